# Makes the numbers that AnytimeTTestTest and PairedDifferenceTest compare with.
#
#   Rscript reference.R
#
# The Bayes factor is integrated over the prior, with R's noncentral t distribution; its closed form
# is not used. The interval consists of the means that the evidence does not exclude, found by
# uniroot.
variance <- 2

evidence <- function(t, n) {
  weighted <- function(effect) {
    dt(t, n - 1, ncp = sqrt(n) * effect) * dnorm(effect, 0, sqrt(variance))
  }
  centre <- t / sqrt(n)
  pieces <- sort(c(-30, centre - 6, centre - 1, centre, centre + 1, centre + 6, 30))
  whole <- 0
  for (i in seq_len(length(pieces) - 1)) {
    part <- suppressWarnings(integrate(weighted, pieces[i], pieces[i + 1], rel.tol = 1e-11))
    whole <- whole + part$value
  }
  whole / dt(t, n - 1)
}

for (case in list(c(0, 5), c(1.5, 5), c(3, 5), c(-6, 5), c(2, 2), c(4, 10), c(7, 12), c(2.5, 30))) {
  cat(sprintf("evidence t=%g n=%g: %.10g\n", case[1], case[2], evidence(case[1], case[2])))
}

critical <- function(n, level) {
  uniroot(function(t) log(evidence(t, n) * level), c(0.5, 20), tol = 1e-12)$root
}

for (case in list(c(5, 0.05), c(10, 0.05), c(7, 0.05 / 2), c(10, 0.05 / 4), c(20, 0.05 / 9))) {
  cat(sprintf("critical n=%g level=%g: %.9g\n", case[1], case[2], critical(case[1], case[2])))
}

# For infinite t, the evidence tends to (1 + n variance)^((n - 1) / 2), which must suffice.
for (k in 2:10) {
  n <- 2
  while ((1 + n * variance)^((n - 1) / 2) < (k - 1) / 0.05) n <- n + 1
  cat(sprintf("fewest for %d configurations: %d\n", k, n))
}

first <- c(0.912, 0.905, 0.921, 0.917, 0.909, 0.915)
second <- c(0.901, 0.899, 0.908, 0.911, 0.893, 0.902)
difference <- first - second
n <- length(difference)
error <- sd(difference) / sqrt(n)
half <- critical(n, 0.05) * error
cat(sprintf("pair: mean %.10g, half-width %.8g, evidence %.8g, t.test t %.8g\n",
  mean(difference), half, evidence(mean(difference) / error, n),
  t.test(first, second, paired = TRUE)$statistic))

# Whole races, all at once: a configuration leaves when another one is better with enough evidence.
# Prints the share of races that the last configuration wins, which is better by a difference in
# standard deviations of a paired difference, and the mean number of rounds.
simulate <- function(k, difference, seeds, races = 20000) {
  set.seed(7)
  level <- 0.05 / (k - 1)
  bounds <- sapply(seq_len(seeds), function(n) {
    if (n < 2 || (1 + n * variance)^((n - 1) / 2) <= 1 / level) Inf
    else uniroot(function(t) log(evidence(t, n) * level), c(0.5, 60), tol = 1e-9)$root
  })
  values <- lapply(seq_len(k), function(i) {
    matrix(rnorm(races * seeds, if (i == k) difference else 0, sqrt(0.5)), races)
  })
  left <- matrix(TRUE, races, k)
  rounds <- rep(0, races)
  for (n in seq_len(seeds)) {
    running <- rowSums(left) > 1
    rounds <- rounds + running
    lost <- matrix(FALSE, races, k)
    if (is.finite(bounds[n])) for (i in seq_len(k)) for (j in seq_len(k)) if (i != j) {
      d <- values[[i]][, 1:n] - values[[j]][, 1:n]
      mean <- rowMeans(d)
      t <- mean / sqrt(rowSums((d - mean)^2) / (n - 1) / n)
      lost[, j] <- lost[, j] | (t >= bounds[n] & left[, i] & left[, j])
    }
    left <- left & !(lost & running)
  }
  won <- rowSums(left) == 1
  c(won = mean(won & left[, k]), any = mean(won), rounds = mean(rounds))
}

for (case in list(c(2, 0, 30), c(3, 0, 30), c(2, 1, 10), c(2, 2, 10), c(3, 1.5, 10), c(5, 1.5, 20))) {
  result <- simulate(case[1], case[2], case[3])
  cat(sprintf("race of %d, difference %g, %d seeds: found %.4f, any winner %.4f, %.2f rounds\n",
    case[1], case[2], case[3], result["won"], result["any"], result["rounds"]))
}
