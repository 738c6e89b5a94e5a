import Testing

@Suite("The program's manners")
struct MannersTests {
  @Test("usage errors end with 64 and say how it is meant")
  func usage() throws {
    let place = try Workplace()
    let run = try place.parlance("no-such-command")
    #expect(run.status == 64)
    #expect(run.output.isEmpty)
    #expect(run.errors.contains("parlance --help"))
  }

  @Test("help and version are results")
  func help() throws {
    let place = try Workplace()
    let help = try place.parlance("--help")
    #expect(help.status == 0)
    #expect(help.output.contains("SUBCOMMANDS"))
    #expect(try place.parlance("--version").output == "parlance 0.1.0\n")
  }
}
