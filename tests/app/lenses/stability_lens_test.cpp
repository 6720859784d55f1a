#include <gtest/gtest.h>

#include <algorithm>

#include "app/lenses/stability_path.h"
#include "app/lenses/stability_words.h"
#include "tests/app/lenses/desk.h"
#include "tests/app/lenses/flat_placement.h"

namespace thalweg {
namespace {

using testing::Desk;
using testing::FlatPlacement;

Ink draw(const Lens& lens) {
    Ink ink;
    std::vector<Label> labels;
    lens.draw(ink, labels, FlatPlacement(60), InkStyle{});
    return ink;
}

long count(const Ink& ink, Stability verdict) {
    const InkColor wanted = ink_color(stability_color(verdict));
    return std::ranges::count_if(ink.strokes(), [&](const InkStroke& stroke) {
        return stroke.color.r == wanted.r && stroke.color.g == wanted.g && stroke.color.b == wanted.b;
    });
}

TEST(StabilityLens, colours_runs_down_a_bowl_by_their_rate) {
    struct Case {
        std::string rate;
        Stability verdict;
    };
    const auto lens = make_stability_lens();
    for (const auto& [rate, verdict] :
         {Case{"0.05", Stability::settles}, Case{"0.15", Stability::bounces}, Case{"0.25", Stability::diverges}}) {
        Desk desk("sgd lr=" + rate, "5x^2 + 0.5y^2", {1, 3}, 12);
        desk.show(*lens, 0);
        const Ink ink = draw(*lens);
        for (const Stability each : {Stability::settles, Stability::bounces, Stability::diverges}) {
            EXPECT_EQ(count(ink, each) > 0, each == verdict) << rate << ' ' << name(each);
        }
        const bool crossed = std::ranges::any_of(
            ink.glyphs(), [](const InkGlyph& glyph) { return glyph.shape == static_cast<float>(InkShape::cross); });
        EXPECT_EQ(crossed, verdict == Stability::diverges) << rate;
    }
}

TEST(StabilityLens, leaves_the_path_alone_where_no_curvature_bounds_the_steps) {
    const auto lens = make_stability_lens();
    Desk desk("newton", "5x^2 + 0.5y^2", {1, 3}, 12);
    desk.show(*lens, 0);
    EXPECT_TRUE(draw(*lens).strokes().empty());
}

TEST(StabilityPath, is_whole_dashed_or_dotted) {
    const auto strokes = [](Stability verdict) {
        Ink ink;
        draw_stability_path(ink, {{{0, 0, 0}, {4, 0, 0}}, {verdict, verdict}}, FlatPlacement(60), InkStyle{});
        return count(ink, verdict);
    };
    EXPECT_EQ(strokes(Stability::settles), 1);
    EXPECT_EQ(strokes(Stability::bounces), 12);   // 240 pixels, 11 and 9
    EXPECT_EQ(strokes(Stability::diverges), 22);  // 1 and 10
}

StabilityRow row_of(const std::string& optimizer) {
    Desk desk(optimizer, "5x^2 + 0.5y^2", {1, 3}, 12);
    StabilityWalk walk(*desk.scene.landscape().landscape,
                       {.start = {1, 3}, .optimizer = desk.session.optimizers[0].optimizer});
    walk.extend(1);
    return walk.rows()[0];
}

TEST(StabilityWords, say_what_is_going_to_happen) {
    EXPECT_EQ(stability_sentence(row_of("sgd lr=0.05"), 3),
              "λmax = 10 at step 3: η·λmax = 0.5, below 1: it settles without bouncing.");
    EXPECT_EQ(stability_sentence(row_of("sgd lr=0.15"), 12),
              "λmax = 10 at step 12: η·λmax = 1.5, between 1 and 2: it will bounce.");
    EXPECT_EQ(stability_sentence(row_of("sgd lr=0.25"), 0),
              "λmax = 10 at step 0: η·λmax = 2.5, beyond 2: it will diverge. At most η = 0.2 would hold.");
    EXPECT_EQ(stability_sentence(row_of("sgd lr=0.1 momentum=0.9"), 0),
              "λmax = 10 at step 0: η·λmax = 1, below 1.9: it settles in slow swings.");
    EXPECT_EQ(stability_sentence(row_of("sgd lr=0.3 momentum=0.9"), 0),
              "λmax = 10 at step 0: η·λmax = 3, between 1.9 and 3.8: it will bounce.");
    EXPECT_EQ(stability_sentence(row_of("adagrad lr=0.5"), 0),
              "λmax = 10 at step 0, felt as λ′ = 1: η·λ′ = 0.5, below 1: it settles without bouncing.");
    EXPECT_EQ(stability_sentence(row_of("sgd lr=0.05 maximize=true"), 0),
              "λmax = −1 at step 0: nothing curves upwards here, so that no step is too long.");
}

}  // namespace
}  // namespace thalweg
