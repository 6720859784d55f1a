#include "app/export/tour.h"

#include <gtest/gtest.h>

#include <set>

namespace thalweg {
namespace {

TEST(Tour, ShowsLandscapesOfTheCatalogueUnderDistinctNames) {
    const auto catalogue = load_catalogue(std::filesystem::path(THALWEG_ASSETS) / "landscapes.toml");
    ASSERT_TRUE(catalogue.has_value()) << catalogue.error();
    const auto stops = tour_stops(*catalogue);
    EXPECT_GE(stops.size(), 6U);
    std::set<std::string_view> files, landscapes;
    for (const TourStop& stop : stops) {
        SCOPED_TRACE(stop.file);
        EXPECT_TRUE(files.insert(stop.file).second);
        EXPECT_TRUE(stop.file.ends_with(".png"));
        EXPECT_TRUE(stop.caption.ends_with('.'));
        EXPECT_FALSE(stop.session.starts.empty());
        EXPECT_FALSE(stop.session.optimizers.empty());
        landscapes.insert(stop.session.landscape.id);
    }
    EXPECT_GE(landscapes.size(), stops.size() - 1) << "a landscape that the catalogue lacks falls back to the default";
}

}  // namespace
}  // namespace thalweg
