#pragma once
#include <libxml/xmlversion.h>
// The headers of ICU, which Debian's libxml2 takes in for a structure that is not used here, contradict those that come with
// Swift's Foundation wherever both are imported.
#undef LIBXML_ICU_ENABLED
#include <libxml/HTMLparser.h>
#include <libxml/tree.h>
#include <libxml/xmlerror.h>
