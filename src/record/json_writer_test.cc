#include "record/json_writer.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>

namespace rapporteur {
namespace {

TEST(JsonWriter, KeepsOrderAndSeparates) {
  JsonWriter json;
  json.BeginObject().Key("b").Int(-3).Key("a").BeginArray().String("x").Null().BeginObject().EndObject().EndArray();
  json.Key("n").StringOrNull("").EndObject().EndLine();
  json.BeginArray().EndArray().EndLine();
  EXPECT_EQ(json.text(), "{\"b\":-3,\"a\":[\"x\",null,{}],\"n\":null}\n[]\n");
}

TEST(JsonWriter, EscapesWhatMustBeEscapedOnly) {
  JsonWriter json;
  json.String(std::string("\"\\\n\r\t\0\x1f/\x7f\xC3\xA9", 11));
  EXPECT_EQ(json.text(), "\"\\\"\\\\\\n\\r\\t\\u0000\\u001f/\x7f\xC3\xA9\"");
}

TEST(JsonWriter, ReplacesWhatIsNotUtf8) {
  // A lone continuation, an overlong slash, a surrogate, a sequence cut short, a point past U+10FFFF.
  for (const std::string bad : {"\x80", "\xC0\xAF", "\xED\xA0\x80", "\xE2\x80", "\xF4\x90\x80\x80"}) {
    JsonWriter json;
    json.String(bad);
    std::string expected = "\"";
    for (size_t i = 0; i < bad.size(); ++i) expected += "\xEF\xBF\xBD";
    EXPECT_EQ(json.text(), expected + "\"");
  }
}

TEST(JsonWriter, Decimals) {
  JsonWriter json;
  json.BeginArray().Decimal(0.8499999, 3).Decimal(1, 3).Decimal(-0.0001, 2).Decimal(55.75222, 5);
  json.Decimal(std::numeric_limits<double>::quiet_NaN(), 2).EndArray();
  EXPECT_EQ(json.text(), "[0.85,1,0,55.75222,null]");
}

}  // namespace
}  // namespace rapporteur
