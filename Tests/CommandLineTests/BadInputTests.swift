import Foundation
import Testing

/// What goes wrong in a user's hands ends with status 2, a sentence that names the place, and nothing half-written.
@Suite("Bad input")
struct BadInputTests {
  /// Trains on `content` and returns how that ended; nothing may be left behind but the corpus.
  private func train(
    _ content: Data, named name: String = "corpus.csv", arguments: [String] = []
  ) throws -> ProgramRun {
    let place = try Workplace()
    _ = try place.write(content, to: name)
    let run = try place.parlance(
      ["train", name, "--model", "m.safetensors"] + (arguments.isEmpty ? ["--positive", "a"] : arguments))
    #expect(try place.files() == [name], "something was left behind")
    return run
  }

  private func train(_ text: String, named name: String = "corpus.csv", arguments: [String] = []) throws -> ProgramRun {
    try train(Data(text.utf8), named: name, arguments: arguments)
  }

  private func expectRefusal(_ run: ProgramRun, saying parts: String...) {
    #expect(run.status == 2, "\(run.errors)")
    #expect(run.output.isEmpty)
    for part in parts { #expect(run.errors.contains(part), "\"\(part)\" is missing in: \(run.errors)") }
  }

  @Test("a file that is not there, and a directory in its place")
  func missing() throws {
    let place = try Workplace()
    let run = try place.parlance("train", "nowhere.csv", "--model", "m.safetensors")
    expectRefusal(run, saying: "nowhere.csv", "No such file")
    let directory = try place.parlance("train", place.folder.path, "--model", "m.safetensors", "--input-format", "csv")
    expectRefusal(directory, saying: "is a directory")
  }

  @Test("an empty file, and a header without rows")
  func empty() throws {
    expectRefusal(try train(""), saying: "corpus.csv", "empty")
    expectRefusal(try train("text,label\n"), saying: "corpus.csv", "no row after it")
  }

  @Test("an unterminated quote is reported where it began")
  func unterminatedQuote() throws {
    let run = try train("text,label\nfine,a\n\"never closed,b\nmore,a\n")
    expectRefusal(run, saying: "corpus.csv:3:1", "quote")
  }

  @Test("ragged rows are collected and counted")
  func raggedRows() throws {
    expectRefusal(try train("text,label\nx,a\ny\nz,b\n"), saying: "corpus.csv:3", "2")
    let many = "text,label\n" + String(repeating: "only one\n", count: 30) + "x,a\ny,b\n"
    let run = try train(many)
    expectRefusal(run, saying: "corpus.csv:2", "corpus.csv:21", "10 more")
  }

  @Test("rows that cannot be read may be skipped, and are counted")
  func skippedRows() throws {
    let place = try Workplace()
    _ = try place.write("text,label\nwar now,a\nbroken\npeace now,b\n", to: "c.csv")
    let run = try place.parlance(
      "train", "c.csv", "--model", "m.safetensors", "--positive", "a", "--on-bad-row", "skip", "--format", "json")
    #expect(run.status == 0, "\(run.errors)")
    #expect(try run.json["rows"] as? Int == 2)
    #expect(try run.json["skipped"] as? Int == 1)
  }

  @Test("a missing column is named, with those there are")
  func missingColumn() throws {
    let run = try train("sentence,label\nx,a\n")
    expectRefusal(run, saying: "text", "sentence")
  }

  @Test("bytes that are not UTF-8, and NUL, have a place")
  func bytes() throws {
    var content = Data("text,label\nfine,a\nca".utf8)
    content.append(contentsOf: [0xE9])
    content.append(Data("fe,b\n".utf8))
    expectRefusal(try train(content), saying: "corpus.csv:3:3", "UTF-8")
    expectRefusal(try train("text,label\nfine,a\nx\0y,b\n"), saying: "corpus.csv:3:2", "NUL")
  }

  @Test("a truncated gzip")
  func truncatedGzip() throws {
    let place = try Workplace()
    let made = try place.shell(
      "(echo text,label; for i in $(seq 2000); do echo \"text $i $RANDOM,a\"; done) | gzip | head -c 4000 > c.csv.gz")
    #expect(made.status == 0)
    let run = try place.parlance("train", "c.csv.gz", "--model", "m.safetensors")
    expectRefusal(run, saying: "c.csv.gz", "gzip")
  }

  @Test("bad JSON has a line and a column")
  func badJSON() throws {
    let run = try train("{\"text\": \"x\", \"label\": \"a\"}\n{\"text\": \"y\", \"label\": }\n", named: "corpus.jsonl")
    expectRefusal(run, saying: "corpus.jsonl:2:")
  }

  @Test("one class, and a positive class that is none")
  func classes() throws {
    expectRefusal(try train("text,label\nx y,a\nz y,a\n"), saying: "only one class", "\"a\"")
    expectRefusal(try train("text,label\nx y,b\nz y,c\n"), saying: "\"a\"", "b, c")
  }

  @Test("numbers in a libsvm file that are none")
  func libsvm() throws {
    expectRefusal(
      try train("1 1:1\n-1 1:nan\n", named: "corpus.libsvm", arguments: ["--positive", "1"]),
      saying: "corpus.libsvm:2:", "nan")
  }

  @Test("texts without a word")
  func noWords() throws {
    expectRefusal(try train("text,label\n!,a\n?,b\n"), saying: "no")
  }

  @Test("an output that exists is kept, unless it may be replaced")
  func existing() throws {
    let place = try Workplace()
    _ = try place.write("text,label\nwar now,a\npeace now,b\n", to: "c.csv")
    _ = try place.write("precious", to: "m.safetensors")
    let run = try place.parlance("train", "c.csv", "--model", "m.safetensors", "--positive", "a")
    expectRefusal(run, saying: "m.safetensors", "exists", "--force")
    #expect(try place.read("m.safetensors") == "precious")
    let forced = try place.parlance("train", "c.csv", "--model", "m.safetensors", "--positive", "a", "--force")
    #expect(forced.status == 0, "\(forced.errors)")
  }

  @Test("a model file that is cut short, lies, or comes from the future")
  func models() throws {
    let place = try Workplace()
    _ = try place.write("text,label\nwar now,a\npeace now,b\n", to: "c.csv")
    #expect(try place.parlance("train", "c.csv", "--model", "m.safetensors", "--positive", "a").status == 0)
    let whole = try Data(contentsOf: place.folder.appending(path: "m.safetensors"))
    for length in [0, 7, 8, 100, whole.count - 1] {
      _ = try place.write(whole.prefix(length), to: "cut.safetensors")
      expectRefusal(try place.parlance("predict", "cut.safetensors", "c.csv"), saying: "cut.safetensors")
    }
    var lying = whole
    lying[6] = 0x7F
    _ = try place.write(lying, to: "lying.safetensors")
    expectRefusal(try place.parlance("predict", "lying.safetensors", "c.csv"), saying: "lying.safetensors")
    let text = String(decoding: whole, as: Unicode.ASCII.self)
    if let range = text.range(of: "\"formatVersion\":\"1\"") {
      var future = whole
      future[text.distance(from: text.startIndex, to: range.upperBound) - 2] = UInt8(ascii: "9")
      _ = try place.write(future, to: "future.safetensors")
      expectRefusal(try place.parlance("predict", "future.safetensors", "c.csv"), saying: "version 9")
    } else {
      Issue.record("the model file names no version")
    }
    expectRefusal(try place.parlance("predict", "c.csv", "c.csv"), saying: "c.csv")
  }

  @Test("a label unseen in training")
  func unseenLabel() throws {
    let place = try Workplace()
    _ = try place.write("text,label\nwar now,a\npeace now,b\n", to: "c.csv")
    _ = try place.write("text,label\nwar now,a\npeace now,c\n", to: "d.csv")
    #expect(try place.parlance("train", "c.csv", "--model", "m.safetensors", "--positive", "a").status == 0)
    expectRefusal(try place.parlance("evaluate", "m.safetensors", "d.csv"), saying: "\"c\"", "a")
  }

  @Test("a full disk and a folder that is not there")
  func disk() throws {
    let place = try Workplace()
    _ = try place.write("text,label\nwar now,a\npeace now,b\n", to: "c.csv")
    let nowhere = try place.parlance("train", "c.csv", "--model", "none/m.safetensors", "--positive", "a")
    expectRefusal(nowhere, saying: "none/m.safetensors")
    #expect(try place.parlance("train", "c.csv", "--model", "m.safetensors", "--positive", "a").status == 0)
    let full = try place.shell("parlance predict m.safetensors c.csv > /dev/full")
    expectRefusal(full, saying: "No space left")
    let limited = try place.shell(
      "ulimit -f 16; parlance train \(Workplace.bundledCorpus) --model large.safetensors --quiet")
    expectRefusal(limited, saying: "large.safetensors: cannot write", "File too large")
    #expect(try place.files() == ["c.csv", "m.md", "m.safetensors"])
  }

  @Test("a reader that goes away is no failure")
  func closedPipe() throws {
    let place = try Workplace()
    _ = try place.write("text,label\nwar now,a\npeace now,b\n", to: "c.csv")
    #expect(try place.parlance("train", "c.csv", "--model", "m.safetensors", "--positive", "a").status == 0)
    let rows = "text\n" + String(repeating: "war and peace\n", count: 50_000)
    _ = try place.write(rows, to: "many.csv")
    let run = try place.shell("parlance predict m.safetensors many.csv | head -n 1; echo ${PIPESTATUS[0]}")
    #expect(run.output.hasSuffix("\n0\n"), "\(run.output)")
  }

  @Test("interrupted work ends with 130 and leaves nothing behind")
  func interrupted() throws {
    let place = try Workplace()
    _ = try place.write("text,label\nwar now,a\npeace now,b\n", to: "c.csv")
    #expect(try place.parlance("train", "c.csv", "--model", "m.safetensors", "--positive", "a").status == 0)
    // The pipe stays open, so the program is still reading when the signal comes.
    let run = try place.shell(
      """
      mkfifo pipe; (echo text; echo war; sleep 30) > pipe & feeder=$!
      parlance predict m.safetensors pipe --input-format csv --output out.csv & program=$!
      until ls out.csv.*.partial >/dev/null 2>&1; do sleep 0.05; done
      kill -INT $program; wait $program; echo $?; kill $feeder
      """)
    #expect(run.output == "130\n", "\(run.errors)")
    #expect(try place.files() == ["c.csv", "m.md", "m.safetensors", "pipe"])
  }
}
