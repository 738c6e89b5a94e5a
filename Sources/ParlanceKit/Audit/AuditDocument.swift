internal import Corpora
public import Evaluation
public import Reproducibility

/// The result of `audit`: what was looked for in an experiment, what was found, and how well could be done without reading.
public struct AuditDocument: Encodable, Sendable, Hashable {
  /// How well something does that does not read the statements.
  public struct BaselineFigures: Encodable, Sendable, Hashable {
    /// What it looks at; `model` for the audited configuration itself.
    public let name: String
    /// The area under the ROC curve, with an interval over actors.
    public let rocAUC: MetricValue
  }

  /// The corpus.
  public let data: DataSource
  /// The split, in the words of `--split`.
  public let split: String
  /// The identity of the fold plan.
  public let foldPlan: ContentDigest
  /// What was found, the most severe first.
  public let findings: [AuditFinding]
  /// All that was looked for.
  public let checks: [AuditCheck]
  /// The model beside what does not read.
  public let baselines: [BaselineFigures]
  /// Whether the features tell who speaks; nil without actors, or where no probes were asked for.
  public let shortcutProbe: ShortcutProbe?
  /// Seen and unseen actors by past and future; nil without actors or dates.
  public let generalizationMatrix: GeneralizationMatrix?
  /// What has to be known to read the figures.
  public let notes: [String]

  /// Whether a finding is severe.
  public var isSevere: Bool { findings.contains { $0.severity == .severe } }

  /// Audits an experiment: `configuration` tested on `dataset` as `request` splits it.
  ///
  /// - Throws: as planning the folds, training and evaluating do; `ConfigurationError` for a table of numbers.
  /// - Complexity: that of three cross-validations and one of actors where probes are made; else of one.
  public init(
    _ request: AuditRequest, of configuration: TrainingConfiguration, on dataset: Dataset, options: EvaluationOptions,
    parallelism: Parallelism, progress: ProgressHandler? = nil
  ) throws {
    let examples = try Examples(dataset, classes: configuration.classes)
    let experiment = try AuditedExperiment(
      request, examples: examples, configuration: configuration, options: options, on: parallelism)
    let stages = request.makesProbes ? 5 : 3
    func begin(_ stage: Int) {
      progress?(WorkProgress(stage: "auditing", completed: stage, total: stages, unit: "parts"))
    }
    begin(0)
    let overlaps = try OverlapChecks(experiment: experiment).outcomes()
    begin(1)
    let actors = experiment.actors.map { actors in actors.numbers.map { actors.names[$0] } }
    let found = try Baseline.all(
      of: experiment.corpus, actors: actors, rows: experiment.rows, plan: experiment.plan, on: parallelism)
    let model = try experiment.predictions(of: experiment.features, plan: experiment.plan)
    begin(2)
    let proxies = try ProxyChecks(experiment: experiment, baselines: found).outcomes()
    begin(3)
    shortcutProbe = request.makesProbes ? try ShortcutProbe(experiment) : nil
    begin(4)
    var notes = experiment.plan.notes
    var matrix: GeneralizationMatrix?
    if request.makesProbes {
      let missing = "there is no matrix of seen and unseen actors by past and future"
      do { matrix = try GeneralizationMatrix(experiment) } catch let error as EvaluationError {
        notes.append("\(missing): \(error.problem)")
      } catch let error as ConfigurationError { notes.append("\(missing): \(error.problem)") }
    }
    generalizationMatrix = matrix
    self.notes = notes
    let outcomes =
      SelectionChecks(experiment: experiment).outcomes() + overlaps + proxies
      + ProbeChecks(experiment: experiment, probe: shortcutProbe).outcomes()
    checks = outcomes.map(\.check)
    findings = AuditFinding.Severity.allCases.reversed().flatMap { severity in
      outcomes.flatMap(\.findings).filter { $0.severity == severity }
    }
    baselines =
      [BaselineFigures(name: "model", rocAUC: try experiment.area(of: model.pooled) ?? MetricValue(value: nil))]
      + (try found.map {
        BaselineFigures(
          name: $0.kind.rawValue, rocAUC: try experiment.area(of: $0.predictions.pooled) ?? MetricValue(value: nil))
      })
    data = examples.dataset.source
    split = request.planning.splitDescription
    foldPlan = experiment.plan.digest
  }
}
