#include "core/setting/settings_text.h"

#include <gtest/gtest.h>

#include <limits>
#include <string>
#include <vector>

namespace thalweg {
namespace {

enum class Colour { red, green, blue };

struct Paint {
    double thickness = 1.5;
    int layers = 2;
    bool glossy = false;
    std::string label = "wall";
    Colour colour = Colour::green;
    double share = 0.5;

    void describe(auto&& visit) {
        visit(thickness, Setting{.name = "thickness", .limits = {.low = 0.0, .open_low = true}});
        visit(layers, Setting{.name = "layers", .minimum = 1, .maximum = 9, .strict = true});
        visit(glossy, Setting{.name = "glossy"});
        visit(label, Setting{.name = "label"});
        visit(colour, Setting{.name = "colour", .choices = "red|green|blue"});
        visit(share, Setting{.name = "share", .limits = {.low = 0.0, .high = 1.0, .open_high = true}});
    }

    bool operator==(const Paint&) const = default;
};

TEST(Words, are_split_at_blanks) {
    EXPECT_EQ(words("  adam\tlr=1  x=2\n"), (std::vector<std::string_view>{"adam", "lr=1", "x=2"}));
    EXPECT_TRUE(words(" \t ").empty());
    EXPECT_TRUE(words("").empty());
}

TEST(ReadSettings, reads_every_kind_of_field) {
    Paint paint;
    const auto done = read_settings(words("thickness=+1e-3 layers=9 glossy=True label=door colour=blue share=0"),
                                    fields(paint), "paint");
    ASSERT_TRUE(done) << done.error();
    EXPECT_EQ(
        paint,
        (Paint{.thickness = 1e-3, .layers = 9, .glossy = true, .label = "door", .colour = Colour::blue, .share = 0}));
}

TEST(ReadSettings, says_what_is_wrong_in_one_sentence) {
    struct Case {
        std::string text, expected;
    };
    const std::vector<Case> cases = {
        {"glossy",
         "\"glossy\" is not a setting: write key=value with one of thickness, layers, glossy, label, colour, "
         "share"},
        {"gloss=true",
         "paint has no setting \"gloss\"; it has thickness, layers, glossy, label, colour, share; did you mean "
         "glossy?"},
        {"=3", "paint has no setting \"\"; it has thickness, layers, glossy, label, colour, share"},
        {"layers=3 layers=3", "layers is given twice; give it once"},
        {"thickness=thick", "thickness: \"thick\" is not a number"},
        {"thickness=1x", "thickness: \"1x\" is not a number"},
        {"thickness=", "thickness: \"\" is not a number"},
        {"thickness=1e999", "thickness: \"1e999\" is not a number"},
        {"thickness=nan", "thickness = nan is not allowed: it must be above 0"},
        {"thickness=inf", "thickness = inf is not allowed: it must be above 0"},
        {"thickness=0", "thickness = 0 is not allowed: it must be above 0"},
        {"share=1", "share = 1 is not allowed: it must be at least 0 and below 1"},
        {"layers=0", "layers = 0 is not allowed: it must be at least 1 and at most 9"},
        {"layers=2.5", "layers: \"2.5\" is not a whole number"},
        {"layers=99999999999", "layers: \"99999999999\" is not a whole number"},
        {"glossy=maybe", "glossy: \"maybe\" is not true or false"},
        {"colour=pink", "colour: \"pink\" is not one of red, green, blue"},
        {"colour=grene", "colour: \"grene\" is not one of red, green, blue; did you mean green?"},
    };
    for (const auto& [text, expected] : cases) {
        Paint paint;
        const auto done = read_settings(words(text), fields(paint), "paint");
        ASSERT_FALSE(done) << text;
        EXPECT_EQ(done.error(), expected);
    }
}

TEST(LimitsProblem, finds_values_that_were_never_typed) {
    Paint paint;
    EXPECT_EQ(limits_problem(fields(paint)), "");
    paint.layers = 12;
    EXPECT_EQ(limits_problem(fields(paint)), "layers = 12 is not allowed: it must be at least 1 and at most 9");
    paint.layers = 3;
    paint.thickness = std::numeric_limits<double>::quiet_NaN();
    EXPECT_EQ(limits_problem(fields(paint)), "thickness = nan is not allowed: it must be above 0");
}

TEST(ValueText, is_read_back_as_the_same_value) {
    Paint paint{
        .thickness = 0.1 + 0.2, .layers = 7, .glossy = true, .label = "x", .colour = Colour::red, .share = 1e-300};
    std::string text;
    for (const Field& field : fields(paint)) text += std::string(field.setting.name) + '=' + value_text(field) + ' ';
    EXPECT_EQ(text, "thickness=0.30000000000000004 layers=7 glossy=true label=x colour=red share=1e-300 ");
    Paint again;
    ASSERT_TRUE(read_settings(words(text), fields(again), "paint"));
    EXPECT_EQ(again, paint);
}

}  // namespace
}  // namespace thalweg
