/// An error that comes from what a user gave: files, data, configuration. Its description is a sentence to show as it is, with
/// a hint on what to do. Every module has one type of it; anything else that is thrown is a fault of the program.
public protocol UserFacingError: Error, CustomStringConvertible, Sendable {}
