extension VerbClass: CodingKey {}
extension VerbSubject: CodingKey {}
extension OperationalIndex: CodingKey {}

extension VerbCounts: Encodable {
  /// Writes an object of two objects: `self` and `other`, each keyed by the classes in their order.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.container(keyedBy: VerbSubject.self)
    for subject in VerbSubject.allCases {
      var classes = container.nestedContainer(keyedBy: VerbClass.self, forKey: subject)
      for verbClass in VerbClass.allCases { try classes.encode(self[subject, verbClass], forKey: verbClass) }
    }
  }
}
