# Makes the numbers that LinearModelTest, StudyTest and KruskalWallisTest compare with, by lm, drop1, confint, p.adjust and so on.
#
#   Rscript reference.R synthetic.csv synthetic-expected.csv          a table of runs
#   Rscript reference.R path/to/study study-expected.csv              run folders of the study
#   Rscript reference.R --generate synthetic.csv                      draw the table again (seed 7)
#
# Needs packages car, lmtest and sandwich; where no column is aliased, drop1 is checked against
# car::Anova(type = 2), the inflation factors against car::vif, Breusch-Pagan against lmtest::bptest.
suppressMessages({library(car); library(lmtest); library(sandwich)})
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
    test <- as.numeric(p$test_accuracy)
    p[c("seed", "n_parameters", "test_accuracy")] <- NULL
    log <- read.csv(file.path(folder, run, "logs.csv"), check.names = FALSE)
    gap <- diff(as.numeric(as.POSIXct(log$time, tz = "UTC")))
    epochs <- which(!log$epoch %in% c("pre", "post"))
    last <- log$val_accuracy[max(epochs)]
    # What was quantised after its last validation delivers what the test measured.
    c(run = run, p, val_accuracy = last,
      delivered_accuracy = if (p$internal == "post_quantization") test else last,
      seconds = sum(gap[epochs - 1]),
      energy_Wh = sum(log$gpu_power_W[epochs] * gap[epochs - 1]) / 3600)
  })
  d <- do.call(rbind, lapply(rows, as.data.frame))
  list(data = d, parameters = setdiff(names(d),
    c("run", "seconds", "energy_Wh", "val_accuracy", "delivered_accuracy")))
}

# The value of the first run is the reference; the others follow in ascending order.
as_levels <- function(x) {
  values <- unique(x)
  numbers <- suppressWarnings(as.numeric(values))
  values <- if (anyNA(numbers)) sort(values, method = "radix") else values[order(numbers)]
  factor(x, levels = c(x[1], setdiff(values, x[1])))
}

# F tests of each pair of parameters on top of all main effects, where 10 degrees of freedom are left.
interactions <- function(fit, varying, d, add) {
  pairs <- combn(varying, 2, simplify = FALSE)
  tests <- lapply(pairs, function(pair) {
    both <- update(fit, reformulate(c(".", paste(pair, collapse = ":")), "."))
    if (both$rank == fit$rank || both$df.residual < 10) return(NULL)
    test <- anova(fit, both)
    data.frame(pair = paste(pair, collapse = ":"), df = test$Df[2], rest = both$df.residual,
      f = test$F[2], p = test[["Pr(>F)"]][2],
      eta2 = test[["Sum of Sq"]][2] / (test[["Sum of Sq"]][2] + deviance(both)))
  })
  tests <- do.call(rbind, tests)
  adjusted <- p.adjust(tests$p, "BH")
  for (i in seq_len(nrow(tests))) {
    add("interaction", tests$pair[i], "",
      c("df", "df_residual", "f", "p", "p_adjusted", "partial_eta2"),
      c(tests$df[i], tests$rest[i], tests$f[i], tests$p[i], adjusted[i], tests$eta2[i]))
  }
}

# The formula of car::vif, which refuses aliased coefficients, over those that were estimated.
inflation <- function(fit, own) {
  v <- vcov(fit, complete = FALSE)
  r <- cov2cor(v[-1, -1, drop = FALSE])
  det(r[own, own, drop = FALSE]) * det(r[!own, !own, drop = FALSE]) / det(r)
}

residual_checks <- function(fit, d, add) {
  e <- residuals(fit)
  n <- nobs(fit)
  auxiliary <- summary(lm(I(e^2) ~ model.matrix(fit) - 1))
  total <- sum((e^2 - mean(e^2))^2)
  bp <- n * (1 - sum(residuals(auxiliary)^2) / total)
  if (!anyNA(coef(fit))) stopifnot(all.equal(unname(bptest(fit)$statistic), bp))
  add("residuals", "breusch_pagan", "", c("statistic", "df", "p"),
    c(bp, fit$rank - 1, pchisq(bp, fit$rank - 1, lower.tail = FALSE)))
  m <- function(k) mean((e - mean(e))^k)
  jb <- n / 6 * ((m(3) / m(2)^1.5)^2 + (m(4) / m(2)^2 - 3)^2 / 4)
  add("residuals", "jarque_bera", "", c("statistic", "p"), c(jb, pchisq(jb, 2, lower.tail = FALSE)))
  independent <- model.matrix(fit)[, !is.na(coef(fit))]
  dw <- dwtest(fit$model$y ~ independent - 1, exact = FALSE)
  add("residuals", "durbin_watson", "", c("statistic", "p"), c(dw$statistic, dw$p.value))
  h <- hatvalues(fit)
  add("residuals", "leverage", d$run[as.integer(names(which.max(h)))], "statistic", max(h))
}

# Predictions that cannot leave the range of the response: on the scale of the logarithm, for
# accuracies on that of the logit. Where some are 0 or 1, Smithson and Verkuilen (2006) squeeze all.
bounded <- function(response, fit, d, add) {
  if (grepl("^log_", response)) return()
  y <- fit$model$y
  n <- if (any(y <= 0 | y >= 1)) length(y) else 0
  to <- log
  from <- exp
  if (response %in% c("val_accuracy", "delivered_accuracy")) {
    to <- function(p) qlogis(if (n > 0) (p * (n - 1) + 0.5) / n else p)
    from <- function(x) {
      if (n > 0) pmin(1, pmax(0, (plogis(x) * n - 0.5) / (n - 1))) else plogis(x)
    }
  }
  d$y <- to(d$y)
  rescaled <- lm(formula(fit), d)
  for (i in 1:3) {
    expected <- suppressWarnings(predict(rescaled, d[i, ], interval = "prediction"))
    add("bounded_prediction", d$run[i], "", c("value", "low", "high"), from(as.vector(expected)))
  }
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
  # Runs that nothing but themselves determines cannot be predicted, and say nothing about scatter.
  y <- fit$model$y
  alone <- hatvalues(fit) > 1 - 1e-9
  press <- sum((residuals(fit) / (1 - hatvalues(fit)))[!alone]^2)
  add("model", "", "",
    c("n", "df_residual", "r2", "adjusted_r2", "cross_validated_r2", "f", "p", "sigma"),
    c(nobs(fit), fit$df.residual, s$r.squared, s$adj.r.squared,
      1 - press / sum((y - mean(y))[!alone]^2), f[1],
      pf(f[1], f[2], f[3], lower.tail = FALSE), s$sigma))
  label <- c("(Intercept)", varying)[attr(model.matrix(fit), "assign") + 1]
  value <- substring(names(coef(fit)), nchar(label) + 1)
  value[1] <- ""
  # The weights of HC3, but for those runs, for which they are 0 / 0.
  hc3 <- vcovHC(fit, omega = function(residuals, diaghat, df) {
    ifelse(diaghat > 1 - 1e-9, 0, (residuals / (1 - diaghat))^2)
  })
  if (!any(alone)) stopifnot(all.equal(hc3, vcovHC(fit, type = "HC3")))
  x <- model.matrix(fit)[, !is.na(coef(fit))]
  influence <- abs(qr.Q(qr(x)) %*% t(solve(qr.R(qr(x)))))
  hangs <- influence > 1e-10 * apply(influence, 1, max)
  unknown <- colnames(x)[colSums(hangs[alone, , drop = FALSE]) > 0]
  robust <- coeftest(fit, vcov. = hc3)
  around <- coefci(fit, vcov. = hc3)
  for (i in seq_along(coef(fit))) {
    name <- names(coef(fit))[i]
    if (is.na(coef(fit)[i])) {
      add("aliased", label[i], value[i], "", NaN)
    } else {
      add("term", label[i], value[i], c("estimate", "std_error", "t", "p", "low", "high"),
        c(s$coefficients[name, ], confint(fit)[name, ]))
      add("term", label[i], value[i],
        c("hc3_std_error", "hc3_t", "hc3_p", "hc3_low", "hc3_high"),
        if (name %in% unknown) rep(NaN, 5) else c(robust[name, -1], around[name, ]))
      if (grepl("^log_", response) && i > 1) {
        add("term", label[i], value[i], "percent", 100 * (exp(coef(fit)[i]) - 1))
      }
    }
  }
  adjusted <- p.adjust(tests[["Pr(>F)"]], "BH")
  estimated <- label[!is.na(coef(fit))][-1]
  if (!anyNA(coef(fit))) {
    stopifnot(all.equal(unname(vif(fit)[, 1]),
      sapply(varying, function(p) inflation(fit, estimated == p), USE.NAMES = FALSE)))
  }
  for (i in seq_along(varying)) {
    own <- estimated == varying[i]
    gain <- tests[["Sum of Sq"]][i]
    add("parameter", varying[i], "", c("df", "f", "p", "p_adjusted", "partial_eta2", "gvif"),
      c(tests$Df[i], tests[["F value"]][i], tests[["Pr(>F)"]][i], adjusted[i],
        if (tests$Df[i] == 0) NaN else gain / (gain + deviance(fit)),
        if (any(own)) inflation(fit, own) else NaN))
  }
  residual_checks(fit, d, add)
  for (i in 1:3) {
    expected <- suppressWarnings(predict(fit, d[i, ], interval = "prediction"))
    add("prediction", d$run[i], "", c("value", "low", "high"), as.vector(expected))
  }
  bounded(response, fit, d, add)
  interactions(fit, varying, d, add)
  alone <- lapply(varying, function(p) kruskal.test(d$y, d[[p]]))
  adjusted <- p.adjust(sapply(alone, `[[`, "p.value"), "BH")
  for (i in seq_along(varying)) {
    add("kruskal_wallis", varying[i], "", c("df", "statistic", "p", "p_adjusted"),
      c(alone[[i]]$parameter, alone[[i]]$statistic, alone[[i]]$p.value, adjusted[i]))
  }
  out
}

if (arguments[1] == "--generate") {
  generate(arguments[2])
} else {
  source <- if (dir.exists(arguments[1])) read_study(arguments[1]) else read_table(arguments[1])
  source$data$power_W <- source$data$energy_Wh / source$data$seconds * 3600
  source$data$log_energy <- log(source$data$energy_Wh)
  delivered <- source$data$delivered_accuracy
  if (is.null(delivered)) delivered <- source$data$val_accuracy
  source$data$efficiency <- 100 * delivered / source$data$energy_Wh
  responses <- c("energy_Wh", "log_energy", "seconds", "power_W", "val_accuracy",
    intersect("delivered_accuracy", names(source$data)), "efficiency")
  result <- do.call(rbind, lapply(responses, regression,
    source$data, source$parameters))
  write.csv(result, arguments[2], row.names = FALSE, quote = FALSE)
}
