internal import LinearAlgebra
internal import Reproducibility
internal import TextFeatures

extension FeatureSpace {
  /// The identity of the features and of what was learnt with them.
  var digest: ContentDigest {
    switch self {
    case .numbers(let count): ContentDigest(of: "\(count) columns")
    case .texts(let pipeline):
      ContentDigest(of: TensorArchive(metadata: [:], tensors: pipeline.state.tensors).serialized())
    }
  }
}

extension DesignMatrix {
  /// The identity of the elements: the same for two matrices with the same bits, however they are stored.
  ///
  /// Complexity: O(stored elements).
  var digest: ContentDigest {
    var digester = Digester()
    for block in expanded().blocks {
      switch block {
      case .sparse(let matrix):
        digester.update(numbers: matrix.rowOffsets)
        digester.update(numbers: matrix.columnIndices)
        digester.update(numbers: matrix.values)
      case .dense(let matrix):
        digester.update(numbers: [matrix.rowCount, matrix.columnCount])
        digester.update(numbers: matrix.elements)
      case .counts: preconditionFailure("an expanded matrix has no factors")
      }
    }
    return digester.finish()
  }
}
