extern "C" int parlance_simdjson_placeholder(void) { return 0; }
