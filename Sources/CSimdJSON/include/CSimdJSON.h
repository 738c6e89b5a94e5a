#pragma once

#include <stddef.h>
#include <stdint.h>

#ifdef __cplusplus
extern "C" {
#endif

/// A reader of JSON objects, one at a time, that keeps its memory from one to the next.
typedef struct parlance_json parlance_json;

/// What the value of a member is.
enum {
  PARLANCE_JSON_NULL = 0,
  /// A string, its escapes undone.
  PARLANCE_JSON_STRING = 1,
  /// A number, true or false, as written.
  PARLANCE_JSON_SCALAR = 2,
  /// An array or object, as written.
  PARLANCE_JSON_NESTED = 3
};

/// A member of an object. The bytes belong to the reader until it reads again or is destroyed.
typedef struct {
  const uint8_t *key;
  size_t key_length;
  const uint8_t *value;
  size_t value_length;
  /// Where the value begins in the text, in bytes.
  size_t value_offset;
  int32_t kind;
} parlance_json_member;

/// A new reader, or a null pointer where there is no memory.
parlance_json *parlance_json_create(void);

/// Ends the life of a reader.
void parlance_json_destroy(parlance_json *reader);

/// Reads one object and keeps its members in their order; the whole text is checked, nested values included.
/// Returns a null pointer, or the reason why the text is not one JSON object, which is never freed.
const char *parlance_json_read(parlance_json *reader, const uint8_t *text, size_t length);

/// How many members the object has that was read last.
size_t parlance_json_member_count(const parlance_json *reader);

/// Its member at `index`, which must be below the count.
parlance_json_member parlance_json_member_at(const parlance_json *reader, size_t index);

#ifdef __cplusplus
}
#endif
