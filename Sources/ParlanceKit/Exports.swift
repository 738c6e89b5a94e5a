// `import ParlanceKit` brings the whole library: its own types speak in those of the modules it joins.
@_exported public import Classifiers
@_exported public import Comparisons
@_exported public import Corpora
@_exported public import Evaluation
@_exported public import LinearAlgebra
@_exported public import OperationalCode
@_exported public import Reports
@_exported public import Reproducibility
@_exported public import TextFeatures
