#include "app/view/level_labels.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <array>
#include <cmath>

#include "app/scene/number_format.h"
#include "app/view/contour_view.h"
#include "tests/app/view/landscapes.h"

namespace thalweg {
namespace {

TEST(LevelLabels, LieOnTheirLevelsInsideTheDomainAndApart) {
    const ViewFrame frame{.width = 700, .height = 620, .scale = 1.0F, .moving = false};
    for (const NamedLandscape& landscape : varied_landscapes()) {
        const Session session = session_on(landscape.formula, landscape.domain, landscape.kind);
        Scene scene;
        const auto [width, height] = ContourView::plot_size(session, frame);
        scene.update(session, width, height);
        const MapPlot plot = plot_of(session, frame);
        const auto labels = level_labels(scene, plot, ink_style(session.display, frame), session.display.colormap);
        for (const Label& label : labels) {
            const PlanePoint at = plot.plane(label.x, label.y);
            EXPECT_TRUE(landscape.domain.contains(at.x, at.y)) << landscape.formula;
            const double f = scene.landscape().evaluator->value(std::array{at.x, at.y});
            // The text's level is that of the place, but for the grid's interpolation.
            double step = INFINITY;
            for (std::size_t i = 0; i < scene.map().levels.size(); ++i) {
                if (i > 0) step = std::min(step, scene.map().levels[i] - scene.map().levels[i - 1]);
                if (format_number(scene.map().levels[i]) == label.text) {
                    EXPECT_NEAR(f, scene.map().levels[i], 0.02 * (std::abs(f) + step)) << landscape.formula;
                }
            }
            for (const Label& other : labels) {
                if (&other == &label) continue;
                EXPECT_GT(std::hypot(other.x - label.x, other.y - label.y), 60.0F);
            }
        }
    }
    const Session bowl = session_on("x^2 + y^2", {-4, 4, -4, 4});
    Scene scene;
    scene.update(bowl, 500, 500);
    EXPECT_GE(level_labels(scene, plot_of(bowl, frame), ink_style(bowl.display, frame), Colormap::viridis).size(), 4U);
}

TEST(LevelLabels, GiveWayToWhatIsDrawn) {
    std::vector<Label> labels(2);
    labels[0].text = "10";
    labels[0].x = labels[0].y = labels[1].y = 50;
    labels[1].text = "20";
    labels[1].x = 150;
    const std::vector<Label> left = clear_labels(labels, std::array{InkPoint{52, 55, 0}}, 1.0F);
    ASSERT_EQ(left.size(), 1U);
    EXPECT_EQ(left[0].text, "20");
}

}  // namespace
}  // namespace thalweg
