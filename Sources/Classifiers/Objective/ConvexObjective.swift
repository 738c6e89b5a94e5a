package import LinearAlgebra

/// A smooth, strictly convex function f of a vector of parameters, as solvers see it.
///
/// What solvers may ask is split by what it costs: a `Place` is f and its gradient at one vector, a `Line` is f along one
/// direction, which for linear models costs far less than a place, and a `Curvature` is the Hessian at a place.
package protocol ConvexObjective: Sendable {
  /// f and its gradient at one vector of parameters.
  associatedtype Place: ObjectivePlace
  /// f on the line through a place.
  associatedtype Line: ObjectiveLine<Place>
  /// The Hessian of f at a place.
  associatedtype Curvature: ObjectiveCurvature

  /// The number of parameters.
  var parameterCount: Int { get }
  /// f at `parameters`.
  func place(at parameters: [Double]) -> Place
  /// f on the line from `place` along `direction`.
  func line(from place: Place, along direction: [Double]) -> Line
  /// The Hessian at `place`.
  func curvature(at place: Place) -> Curvature
}

/// f and its gradient at one vector of parameters.
package protocol ObjectivePlace: Sendable {
  /// The vector.
  var parameters: [Double] { get }
  /// f.
  var value: Double { get }
  /// The derivative of f by each parameter.
  var gradient: [Double] { get }
}

/// f at `place + step * direction`, as a function of the step.
package protocol ObjectiveLine<Place>: Sendable {
  associatedtype Place: ObjectivePlace
  /// f and its derivative by the step.
  func value(at step: Double) -> LineValue
  /// The place that many steps along.
  func place(at step: Double) -> Place
}

/// f and its derivative at one step along a line.
package struct LineValue: Sendable, Hashable {
  /// f.
  package let value: Double
  /// The derivative of f by the step.
  package let slope: Double

  package init(value: Double, slope: Double) {
    self.value = value
    self.slope = slope
  }
}

/// A Hessian H.
package protocol ObjectiveCurvature: Sendable {
  /// H v.
  func times(_ vector: [Double]) -> [Double]
  /// The diagonal of H.
  func diagonal() -> [Double]
  /// H written out.
  func matrix() -> DenseMatrix
}
