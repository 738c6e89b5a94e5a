# R's glmnet: ridge (alpha = 0), no intercept, features as they are, on a sparse matrix. lambda is 1/(C n), because glmnet
# divides the loss by the number of rows. Objective, gap and AUC are computed here, in double precision.
# usage: Rscript fit_glmnet.R FOLDER --setting THRESHOLD
suppressMessages({library(Matrix); library(glmnet)})
given <- commandArgs(trailingOnly = TRUE)
folder <- given[1]
threshold <- as.numeric(given[3])
path <- function(name) file.path(folder, name)
integers <- function(name) readBin(path(name), "integer", n = file.size(path(name)) / 4, size = 4)
numbers <- function(name) readBin(path(name), "double", n = file.size(path(name)) / 8, size = 8)
now <- function() proc.time()[["elapsed"]]
read <- function(name) {
  new("dgCMatrix", p = integers(paste0(name, ".starts")), i = integers(paste0(name, ".rows")),
      x = numbers(paste0(name, ".values")), Dim = integers(paste0(name, ".shape")))
}

start <- now()
matrix <- read("train")
labels <- integers("train.labels")
reading <- now() - start

start <- now()
fit <- glmnet(matrix, labels, family = "binomial", alpha = 0, lambda = 1 / nrow(matrix), standardize = FALSE,
              intercept = FALSE, thresh = threshold, maxit = 1e7)
seconds <- now() - start

weights <- as.numeric(fit$beta[, 1])
margins <- (2 * labels - 1) * as.numeric(matrix %*% weights)
objective <- sum(weights^2) / 2 + sum(pmax(0, -margins) + log1p(exp(-abs(margins))))
record <- paste(readLines(path("optimum.json"), warn = FALSE), collapse = "")
best <- as.numeric(sub('.*"without_intercept": \\{"objective": ([0-9.eE+-]+).*', "\\1", record))
ranks <- rank(as.numeric(read("test") %*% weights))
positive <- integers("test.labels") == 1
count <- as.numeric(sum(positive))
area <- (sum(ranks[positive]) - count * (count + 1) / 2) / (count * sum(!positive))
cat(sprintf('{"phases": {"read": %.6f, "fit": %.6f}, "answers": {"objective": %.17g, "gap": %.6g, "auc": %.17g}}\n',
            reading, seconds, objective, (objective - best) / best, area))
