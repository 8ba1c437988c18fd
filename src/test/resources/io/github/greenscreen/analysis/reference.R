# Makes the numbers that LinearModelReferenceTest compares with, by lm, drop1, confint and p.adjust.
#
#   Rscript reference.R synthetic.csv synthetic-expected.csv          a table of runs
#   Rscript reference.R path/to/study study-expected.csv              run folders of the study
#   Rscript reference.R --generate synthetic.csv                      draw the table again (seed 7)
#
# Made with R 4.2.2. Where package car is installed, drop1 is checked against car::Anova(type = 2).
arguments <- commandArgs(trailingOnly = TRUE)

generate <- function(file) {
  set.seed(7)
  n <- 72
  pick <- function(values, weights) sample(values, n, replace = TRUE, prob = weights)
  d <- data.frame(
    run = sprintf("%03d", 1:n),
    batch_size = pick(c("32", "4", "128", "64"), c(4, 1, 2, 3)),
    lr = pick(c("0.01", "1.5e-4", "8.0e-4", "6.25e-3"), c(5, 1, 3, 2)),
    optimizer = pick(c("RMSProp", "SGD", "Adam"), c(6, 1, 3)),
    augmentation = pick(c("None", "random", "mixup", "cutmix"), c(1, 1, 1, 1)),
    precision = pick(c("float32", "float64"), c(4, 1)))
  # Every float64 run, and no other, is compiled: the runs cannot tell the two apart.
  d$internal <- ifelse(d$precision == "float64", "jit_compilation",
    pick(c("None", "pre_quantization"), c(2, 1)))
  # A rare value that is the sum of others in these runs: one column of a factor is aliased.
  d$schedule <- ifelse(d$optimizer == "SGD", "cosine", pick(c("constant", "exponential"), c(1, 1)))
  d$model <- "resnet20"
  d$seconds <- round(400 + 3000 / as.numeric(d$batch_size) + 150 * (d$precision == "float64") +
    rnorm(n, 0, 25), 3)
  power <- 180 + 20 * (d$batch_size == "128") - 9 * (d$optimizer == "SGD") + rnorm(n, 0, 6)
  d$energy_Wh <- sprintf("%.6f", power * d$seconds / 3600)
  d$energy_Wh[c(11, 40)] <- "N/A"
  d$val_accuracy <- round(runif(n, 0.1, 0.9), 6)
  write.csv(d, file, row.names = FALSE, quote = FALSE)
}

read_table <- function(file) {
  d <- read.csv(file, colClasses = "character", na.strings = "N/A")
  numbers <- c("seconds", "energy_Wh", "val_accuracy")
  d[numbers] <- lapply(d[numbers], as.numeric)
  list(data = d, parameters = setdiff(names(d), c("run", numbers)))
}

# Energy of an epoch: power of its row times the seconds since the row before.
read_study <- function(folder) {
  runs <- sort(list.files(folder, pattern = "^[0-9]+$"))
  rows <- lapply(runs, function(run) {
    lines <- readLines(file.path(folder, run, "parameters.yaml"))
    keys <- trimws(sub(":.*", "", lines))
    p <- as.list(setNames(trimws(sub("[^:]*:", "", lines)), keys))
    p[c("seed", "n_parameters", "test_accuracy")] <- NULL
    log <- read.csv(file.path(folder, run, "logs.csv"), check.names = FALSE)
    gap <- diff(as.numeric(as.POSIXct(log$time, tz = "UTC")))
    epochs <- which(!log$epoch %in% c("pre", "post"))
    c(run = run, p, seconds = sum(gap[epochs - 1]),
      energy_Wh = sum(log$gpu_power_W[epochs] * gap[epochs - 1]) / 3600)
  })
  d <- do.call(rbind, lapply(rows, as.data.frame))
  list(data = d, parameters = setdiff(names(d), c("run", "seconds", "energy_Wh")))
}

# The value of the first run is the reference; the others follow in ascending order.
as_levels <- function(x) {
  values <- unique(x)
  numbers <- suppressWarnings(as.numeric(values))
  values <- if (anyNA(numbers)) sort(values, method = "radix") else values[order(numbers)]
  factor(x, levels = c(x[1], setdiff(values, x[1])))
}

regression <- function(response, d, parameters) {
  varying <- Filter(function(p) length(unique(d[[p]])) > 1, parameters)
  d[varying] <- lapply(d[varying], as_levels)
  d$y <- d[[response]]
  fit <- lm(reformulate(varying, "y"), d)
  s <- summary(fit)
  tests <- drop1(fit, test = "F")[-1, ]
  if (!anyNA(coef(fit)) && requireNamespace("car", quietly = TRUE)) {
    type2 <- car::Anova(fit, type = 2)
    stopifnot(all.equal(tests[["Pr(>F)"]], head(type2[["Pr(>F)"]], -1)))
  }
  out <- NULL
  add <- function(kind, parameter, value, statistic, number) {
    out <<- rbind(out, data.frame(response, kind, parameter, value, statistic,
      number = sprintf("%.12g", number)))
  }
  f <- s$fstatistic
  add("model", "", "", c("n", "df_residual", "r2", "adjusted_r2", "f", "p", "sigma"),
    c(nobs(fit), fit$df.residual, s$r.squared, s$adj.r.squared, f[1],
      pf(f[1], f[2], f[3], lower.tail = FALSE), s$sigma))
  label <- c("(Intercept)", varying)[attr(model.matrix(fit), "assign") + 1]
  value <- substring(names(coef(fit)), nchar(label) + 1)
  value[1] <- ""
  for (i in seq_along(coef(fit))) {
    name <- names(coef(fit))[i]
    if (is.na(coef(fit)[i])) {
      add("aliased", label[i], value[i], "", NaN)
    } else {
      add("term", label[i], value[i], c("estimate", "std_error", "t", "p", "low", "high"),
        c(s$coefficients[name, ], confint(fit)[name, ]))
    }
  }
  adjusted <- p.adjust(tests[["Pr(>F)"]], "BH")
  for (i in seq_along(varying)) {
    gain <- tests[["Sum of Sq"]][i]
    add("parameter", varying[i], "", c("df", "f", "p", "p_adjusted", "partial_eta2"),
      c(tests$Df[i], tests[["F value"]][i], tests[["Pr(>F)"]][i], adjusted[i],
        if (tests$Df[i] == 0) NaN else gain / (gain + deviance(fit))))
  }
  out
}

if (arguments[1] == "--generate") {
  generate(arguments[2])
} else {
  source <- if (dir.exists(arguments[1])) read_study(arguments[1]) else read_table(arguments[1])
  source$data$power_W <- source$data$energy_Wh / source$data$seconds * 3600
  result <- do.call(rbind, lapply(c("energy_Wh", "seconds", "power_W"), regression,
    source$data, source$parameters))
  write.csv(result, arguments[2], row.names = FALSE, quote = FALSE)
}
