#include "app/cli/json.h"

#include <gtest/gtest.h>

#include <array>
#include <limits>

namespace thalweg {
namespace {

TEST(JsonWriter, NestsObjectsAndLists) {
    JsonWriter json;
    json.begin_object();
    json.member("a", 1);
    json.key("b");
    json.begin_list();
    json.value(true);
    json.begin_object();
    json.end_object();
    json.begin_list();
    json.end_list();
    json.end_list();
    json.end_object();
    EXPECT_EQ(std::move(json).text(), "{\n  \"a\": 1,\n  \"b\": [\n    true,\n    {},\n    []\n  ]\n}\n");
}

TEST(JsonWriter, NumbersReadBackAndWhatIsNoneIsNull) {
    JsonWriter json;
    const std::array numbers{0.1, -0.0, std::numeric_limits<double>::quiet_NaN(),
                             std::numeric_limits<double>::infinity(), 5e-324};
    json.value(numbers);
    EXPECT_EQ(std::move(json).text(), "[0.10000000000000001, -0, null, null, 4.9406564584124654e-324]\n");
}

TEST(JsonWriter, EscapesWhatMustBe) {
    JsonWriter json;
    json.value("a\"b\\c\n\x01π");
    EXPECT_EQ(std::move(json).text(), "\"a\\\"b\\\\c\\u000a\\u0001π\"\n");
}

}  // namespace
}  // namespace thalweg
