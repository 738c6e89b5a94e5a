#include "CSimdJSON.h"

#include <cstring>
#include <new>
#include <string_view>
#include <utility>
#include <vector>

#include <simdjson.h>

namespace od = simdjson::ondemand;
using simdjson::error_code;

namespace {

constexpr int maximum_depth = 500;

bool is_space(char c) { return c == ' ' || c == '\t' || c == '\n' || c == '\r'; }

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && is_space(text.back())) text.remove_suffix(1);
  return text;
}

size_t skip_digits(std::string_view text, size_t index) {
  while (index < text.size() && text[index] >= '0' && text[index] <= '9') ++index;
  return index;
}

/// Whether `text` is a number of JSON's grammar, however large.
bool is_number(std::string_view text) {
  size_t index = !text.empty() && text[0] == '-' ? 1 : 0;
  const size_t whole = skip_digits(text, index);
  if (whole == index || (text[index] == '0' && whole > index + 1)) return false;
  index = whole;
  if (index < text.size() && text[index] == '.') {
    const size_t end = skip_digits(text, index + 1);
    if (end == index + 1) return false;
    index = end;
  }
  if (index < text.size() && (text[index] | 0x20) == 'e') {
    ++index;
    if (index < text.size() && (text[index] == '+' || text[index] == '-')) ++index;
    const size_t end = skip_digits(text, index);
    if (end == index) return false;
    index = end;
  }
  return index == text.size();
}

error_code check(od::value value, int depth);

error_code check_array(od::value value, int depth) {
  od::array array;
  if (auto error = value.get_array().get(array)) return error;
  for (auto item : array) {
    od::value element;
    if (auto error = std::move(item).get(element)) return error;
    if (auto error = check(element, depth + 1)) return error;
  }
  return simdjson::SUCCESS;
}

error_code check_object(od::value value, int depth) {
  od::object object;
  if (auto error = value.get_object().get(object)) return error;
  for (auto item : object) {
    od::field field;
    if (auto error = std::move(item).get(field)) return error;
    std::string_view key;
    if (auto error = field.unescaped_key().get(key)) return error;
    if (auto error = check(field.value(), depth + 1)) return error;
  }
  return simdjson::SUCCESS;
}

error_code check_scalar(std::string_view token) {
  if (token == "true" || token == "false" || token == "null" || is_number(token)) return simdjson::SUCCESS;
  return simdjson::NUMBER_ERROR;
}

/// Checks a nested value to its leaves, which simdjson by itself passes over unseen.
error_code check(od::value value, int depth) {
  if (depth > maximum_depth) return simdjson::DEPTH_ERROR;
  od::json_type type;
  if (auto error = value.type().get(type)) return error;
  std::string_view text;
  switch (type) {
    case od::json_type::array: return check_array(value, depth);
    case od::json_type::object: return check_object(value, depth);
    case od::json_type::string: return value.get_string().get(text);
    default: return check_scalar(trimmed(value.raw_json_token()));
  }
}

const uint8_t *bytes(std::string_view text) { return reinterpret_cast<const uint8_t *>(text.data()); }

}  // namespace

struct parlance_json {
  od::parser parser;
  std::vector<char> text;
  std::vector<parlance_json_member> members;

  error_code read(const uint8_t *source, size_t length);
  error_code take(od::document &document, od::field field);
};

error_code parlance_json::take(od::document &document, od::field field) {
  std::string_view key, content;
  if (auto error = field.unescaped_key().get(key)) return error;
  od::value value = field.value();
  od::json_type type;
  if (auto error = value.type().get(type)) return error;
  const char *start = value.raw_json_token().data();
  int32_t kind = PARLANCE_JSON_SCALAR;
  if (type == od::json_type::string) {
    kind = PARLANCE_JSON_STRING;
    if (auto error = value.get_string().get(content)) return error;
  } else if (type == od::json_type::array || type == od::json_type::object) {
    kind = PARLANCE_JSON_NESTED;
    if (auto error = check(value, 1)) return error;
    const char *end = nullptr;
    if (auto error = document.current_location().get(end)) return error;
    content = trimmed(std::string_view(start, size_t(end - start)));
  } else {
    content = trimmed(value.raw_json_token());
    if (auto error = check_scalar(content)) return error;
    if (type == od::json_type::null) kind = PARLANCE_JSON_NULL;
  }
  members.push_back({bytes(key), key.size(), bytes(content), content.size(), size_t(start - text.data()), kind});
  return simdjson::SUCCESS;
}

error_code parlance_json::read(const uint8_t *source, size_t length) {
  members.clear();
  if (text.size() < length + simdjson::SIMDJSON_PADDING) text.resize(length + simdjson::SIMDJSON_PADDING);
  std::memcpy(text.data(), source, length);
  std::memset(text.data() + length, ' ', simdjson::SIMDJSON_PADDING);
  od::document document;
  if (auto error = parser.iterate(text.data(), length, text.size()).get(document)) return error;
  od::object object;
  if (auto error = document.get_object().get(object)) return error;
  for (auto item : object) {
    od::field field;
    if (auto error = std::move(item).get(field)) return error;
    if (auto error = take(document, field)) return error;
  }
  const char *rest = nullptr;
  return document.current_location().get(rest) ? simdjson::SUCCESS : simdjson::TRAILING_CONTENT;
}

extern "C" {

parlance_json *parlance_json_create(void) { return new (std::nothrow) parlance_json; }

void parlance_json_destroy(parlance_json *reader) { delete reader; }

const char *parlance_json_read(parlance_json *reader, const uint8_t *text, size_t length) {
  try {
    const error_code error = reader->read(text, length);
    return error == simdjson::SUCCESS ? nullptr : simdjson::error_message(error);
  } catch (...) {
    return "there is not enough memory";
  }
}

size_t parlance_json_member_count(const parlance_json *reader) { return reader->members.size(); }

parlance_json_member parlance_json_member_at(const parlance_json *reader, size_t index) {
  return reader->members[index];
}
}
