import Reports
import Reproducibility

/// A report such as cross-validation on a real corpus gives, with made-up statements and figures.
enum SampleReport {
  static let report = Report(
    title: "Escalation in statements on the Velmar border crisis",
    subtitle: "Logistic regression on words and word pairs, cross-validated by leaving out one crisis at a time.",
    summary: [
      ReportFact(
        "ROC AUC", .interval(0.8312, low: 0.8044, high: 0.8561, .decimals(3)),
        note: "the chance that an escalatory statement scores higher than another"),
      ReportFact("F1, escalatory", .interval(0.7118, low: 0.6742, high: 0.7489, .decimals(3))),
      ReportFact("Brier score", .interval(0.1524, low: 0.1401, high: 0.1653, .decimals(3)), note: "0.204 by guessing"),
      ReportFact("Statements", .count(2377), note: "28.6% escalatory"),
    ],
    sections: [data, discrimination, calibration, words, statement, groups, relations, lookingThrough],
    provenance: [
      ReportFact("Command", "parlance crossvalidate statements.csv --split leave-one-out:crisis --ngrams 1-2 --C 4"),
      ReportFact("Corpus", "statements.csv", note: "402,118 bytes"),
      ReportFact("SHA-256", "9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"),
      ReportFact("Seed", "20210524"),
      ReportFact("Solver", "newton-cg: 11 iterations, relative gradient norm 3.1e-9"),
      ReportFact("Parlance", "0.1.0, OpenBLAS 0.3.21 on 2 threads"),
    ])

  private static let data = ReportSection(
    heading: "What was asked, and of which data",
    blocks: [
      .paragraph(
        """
        Can the wording of an official's statement tell whether it escalates a dispute, in a crisis the model has not \
        seen? Every statement was scored by a model fitted without any statement of its own crisis.
        """),
      .table(
        ReportTable(
          caption: "Statements by crisis",
          columns: [
            ReportColumn("Crisis"), ReportColumn("Period"), ReportColumn("Statements"), ReportColumn("Escalatory"),
            ReportColumn("Mean length", unit: "words"),
          ],
          rows: [
            ["Velmar border", "May to July 2021", .count(1012), .share(0.341), .number(27.4, .decimals(1))],
            ["Ostrava Strait", "January 2019", .count(874), .share(0.252), .number(24.9, .decimals(1))],
            ["Սահմանային վեճ", "November 2020", .count(401), .share(0.236), .number(19.2, .decimals(1))],
            ["Северный кряж", "March 2022", .count(90), .share(0.211), .missing],
          ])),
      .warning("90 statements on one crisis are too few for a figure of their own; they are counted in the total."),
    ])

  private static let discrimination = ReportSection(
    heading: "Discrimination",
    blocks: [
      .paragraph("How well scores tell escalatory statements from others, whatever threshold is chosen."),
      .figure(
        ReportFigure(
          title: "ROC curve",
          caption: "The higher the curve over the dotted line of chance, the better. The mark is the threshold in use.",
          drawing: .curve(rocCurve))),
      .figure(
        ReportFigure(
          title: "Precision and recall",
          caption: "Of the statements called escalatory, the share that are, as more of them are to be found.",
          drawing: .curve(precisionRecall))),
      .table(metrics),
      .figure(
        ReportFigure(
          title: "Confusion at a threshold of 0.5", caption: "Shares are of the true class.",
          drawing: .confusion(
            .init(
              labels: ["deescalatory", "neutral", "escalatory"],
              counts: [[702, 148, 61], [133, 541, 112], [38, 119, 523]]
            )))),
    ])

  private static let metrics = ReportTable(
    caption: "Metrics with 95% bootstrap intervals, by crisis",
    columns: [
      ReportColumn("Metric"), ReportColumn("Estimate"), ReportColumn("Lowest crisis"), ReportColumn("Highest crisis"),
    ],
    rows: [
      [
        "Accuracy", .interval(0.7812, low: 0.7641, high: 0.7973, .decimals(3)), .number(0.741, .decimals(3)),
        .number(0.802, .decimals(3)),
      ],
      [
        "Balanced accuracy", .interval(0.7526, low: 0.7311, high: 0.7734, .decimals(3)), .number(0.698, .decimals(3)),
        .number(0.779, .decimals(3)),
      ],
      [
        "Matthews correlation", .interval(0.5137, low: 0.4701, high: 0.5548, .decimals(3)),
        .number(0.402, .decimals(3)), .number(0.561, .decimals(3)),
      ],
      [
        "Log loss", .interval(0.4721, low: 0.4410, high: 0.5065, .decimals(3)), .number(0.431, .decimals(3)),
        .number(0.589, .decimals(3)),
      ],
      ["Calibration slope", .number(.nan, .decimals(3)), .missing, .missing],
    ])

  private static let calibration = ReportSection(
    heading: "Calibration",
    blocks: [
      .figure(
        ReportFigure(
          title: "Reliability",
          caption: """
            Dots on the dotted line would mean that of statements given a probability of 0.7, seven in ten are escalatory. \
            Whiskers are 95% Wilson intervals; the bars beneath count statements by predicted probability.
            """,
          drawing: .reliability(reliability))),
      .note("Class weights were balanced in training, which shifts probabilities upwards; they were not recalibrated."),
    ])

  private static let words = ReportSection(
    heading: "What the model listens to",
    blocks: [
      .figure(
        ReportFigure(
          title: "Strongest terms",
          caption: "Weights of the model fitted on all statements, in log-odds for one standard deviation.",
          drawing: .bars(strongestTerms))),
      .figure(
        ReportFigure(
          title: "Actors",
          caption:
            "Mean logit of each actor's statements less the mean of all, with 95% intervals clustered by crisis.",
          drawing: .bars(actors))),
    ])

  private static let statement = ReportSection(
    heading: "A statement, explained",
    blocks: [
      .facts([
        ReportFact("Speaker", "Minister of Defence of Karsovia", note: "fictional"),
        ReportFact("Probability", .number(0.9137, .decimals(3))),
        ReportFact("Logit", .number(2.3602, .signed(3)), note: "intercept −0.412, contributions +2.772"),
      ]),
      .figure(
        ReportFigure(
          title: "Contributions", caption: "What moved the score, and which way.",
          drawing: .annotatedText(annotated))),
    ])

  private static let groups = ReportSection(
    heading: "Scores by role",
    blocks: [
      .figure(
        ReportFigure(
          title: "Spread of predicted probabilities",
          caption: "Each row is drawn to its own highest bar; the mean is marked.",
          drawing: .histogram(histogram)))
    ])
}
