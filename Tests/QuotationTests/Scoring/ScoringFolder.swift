import Foundation
import Quotation

/// A folder of its own for files of annotations.
struct ScoringFolder: ~Copyable {
  let folder: URL

  init() throws {
    folder = URL(filePath: NSTemporaryDirectory()).appending(path: "parlance-scoring-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
  }

  deinit { try? FileManager.default.removeItem(at: folder) }

  func path(_ name: String) -> String { folder.appending(path: name).path }

  @discardableResult
  func write(_ text: String, to name: String) throws -> String { try write(Data(text.utf8), to: name) }

  @discardableResult
  func write(_ data: Data, to name: String) throws -> String {
    let file = folder.appending(path: name)
    try FileManager.default.createDirectory(at: file.deletingLastPathComponent(), withIntermediateDirectories: true)
    try data.write(to: file)
    return file.path
  }

  /// The description of the error that reading the file or folder called `name` ends with, its own path left out.
  func complaint(about name: String) -> String {
    do {
      _ = try AttributionReader.read(path(name))
      return "no error"
    } catch {
      return "\(error)".replacing(folder.path + "/", with: "")
    }
  }
}

/// A small article with everything that annotations have.
enum SampleArticle {
  static let text = """
    Kestria shuts “the” crossings

    “Leave,” she said, “is cancelled.” Lenna Brask warned Дольвар that roads would close.

    """

  /// As our own articles are annotated.
  static let annotations = """
    T1\tContent 32 37;51 63\tLeave is cancelled
    T2\tSource 40 43\tshe
    T3\tCue 44 48\tsaid
    T4\tAttribution 44 48\tsaid
    E1\tAttribution:T4 Content:T1 Cue:T3 Source:T2
    A1\tKind E1 direct
    A2\tVoice E1 asserts
    #1\tAnnotatorNotes E1\tactor: Lenna Brask
    T5\tContent 98 115\troads would close
    T6\tSource 66 77\tLenna Brask
    T7\tCue 78 84\twarned
    T8\tAttribution 78 84\twarned
    E2\tAttribution:T8 Content:T5 Cue:T7 Source:T6
    A3\tKind E2 indirect
    A4\tVoice E2 conditional
    #2\tAnnotatorNotes E2\tactor: Lenna Brask | addressee: Ardavia; Dolvar

    """

  /// The same as rows with their fragments.
  static let lines = """
    {"id":"1","article":"sample","split":"train","text":"Leave is cancelled","spans":[[32,37],[51,63]],"start":32,"end":63,\
    "speaker":"she","speakerSpan":[40,43],"cue":"said","cueSpan":[44,48],"kind":"direct","voice":"asserts",\
    "actor":"Lenna Brask","addressee":""}
    {"id":"2","article":"sample","split":"test","text":"roads would close","spans":[[98,115]],"start":98,"end":115,\
    "speaker":"Lenna Brask","speakerSpan":[66,77],"cue":"warned","cueSpan":[78,84],"kind":"indirect",\
    "voice":"conditional","actor":"Lenna Brask","addressee":"Dolvar; Ardavia"}

    """

  /// The same with the ends of the statements alone, as a table of extract may have them.
  static let table = """
    id,text,speaker,actor,cue,kind,voice,addressee,start,end,article
    1,Leave is cancelled,she,Lenna Brask,said,direct,asserts,,32,63,articles/sample.html
    2,roads would close,Lenna Brask,lenna  brask,warned,indirect,conditional,dolvar; ARDAVIA,98,115,sample.txt

    """
}
