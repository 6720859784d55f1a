#include "app/export/tour.h"

#include <gtest/gtest.h>

#include <cmath>
#include <filesystem>
#include <limits>
#include <set>

namespace thalweg {
namespace {

/// Root mean square of the differences between channels, 0..255; infinite when the sizes differ.
double difference(const Picture& a, const Picture& b) {
    if (a.width != b.width || a.height != b.height) return std::numeric_limits<double>::infinity();
    double sum = 0;
    for (std::size_t i = 0; i < a.rgb.size(); ++i) sum += std::pow(double{1} * a.rgb[i] - b.rgb[i], 2);
    return std::sqrt(sum / static_cast<double>(a.rgb.size()));
}

// The pictures of README.md are the baselines, so that what it shows stays true. After a wanted change copy the
// pictures named in the message over them.
TEST(Tour, LooksAsInTheReadme) {
    const auto catalogue = load_catalogue(std::filesystem::path(THALWEG_ASSETS) / "landscapes.toml");
    ASSERT_TRUE(catalogue.has_value()) << catalogue.error();
    auto maker = PictureMaker::create();
    ASSERT_TRUE(maker.has_value()) << maker.error();
    const std::filesystem::path actual = std::filesystem::temp_directory_path() / "thalweg-tour";
    std::filesystem::create_directories(actual);
    for (const TourStop& stop : tour_stops(*catalogue)) {
        SCOPED_TRACE(stop.file);
        const auto picture = make_picture(stop, *maker, *catalogue);
        ASSERT_TRUE(picture.has_value()) << picture.error();
        ASSERT_EQ(write_picture(*picture, stop.session, actual / stop.file), "");
        const auto baseline = read_png(std::filesystem::path(THALWEG_PICTURES) / stop.file);
        ASSERT_TRUE(baseline.has_value()) << baseline.error();
        // The same machine gives the same bits; the rest is room for other rasterizers' edges.
        EXPECT_LT(difference(*picture, *baseline), 3.0) << "now looks like " << (actual / stop.file);
    }
}

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
        EXPECT_TRUE(!stop.session.starts.empty() || stop.session.study.lens != LensKind::none);
        EXPECT_FALSE(stop.session.optimizers.empty());
        landscapes.insert(stop.session.landscape.id);
    }
    EXPECT_GE(landscapes.size(), 8U) << "a landscape that the catalogue lacks falls back to the default";
}

}  // namespace
}  // namespace thalweg
