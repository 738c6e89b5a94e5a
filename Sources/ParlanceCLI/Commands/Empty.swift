internal import ArgumentParser
struct EmptyCommand: ParsableCommand {}
