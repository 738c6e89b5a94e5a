/// Why something that stands around an article is left out of it.
enum OmissionReason: String, Hashable {
  case advertisement
  case comments
  case controls
  case cookieNotice = "cookie notice"
  case copyright
  case hidden
  case languages
  case legalNotes = "legal notes"
  case links
  case media = "embedded media"
  case navigation
  case newsletter
  case otherScript = "another script"
  case outside = "outside the article"
  case related = "related articles"
  case repeated
  case rule
  case scripts
  case sharing
  case sidebar
  case skipLink = "skip link"
  case textSize = "text size"
  case timeOfDay = "time of day"
  case topics
}
