#include "app/export/picture.h"

#include <gtest/gtest.h>
#include <png.h>

#include <cmath>

#include "app/document/read_file.h"
#include "app/document/resources.h"
#include "app/gl/context.h"

namespace thalweg {
namespace {

Session session_of(std::string formula) {
    Session session;
    session.landscape.formula = std::move(formula);
    session.landscape.domain = session.display.map = {-3, 3, -3, 3};
    session.landscape.height_scale = HeightScaleKind::logarithmic;
    for (const Start& start : {Start{2.5, -2.8}, Start{-2.9, 1.0}, Start{0.1, 2.9}}) session.starts.push_back(start);
    for (const char* text : {"sgd lr=0.01", "adam lr=0.2"}) add_optimizer(session, *parse_optimizer(text));
    session.playback.step = 60;
    return session;
}

class PictureTest : public testing::Test {
  protected:
    PictureTest() : context_(gl::OffscreenContext::create().value()), stage_(resource_folder()) {}

    Picture paint(const Session& session, const ViewsPicture& picture, double at_once = most_pixels_at_once,
                  int side = piece_side) {
        scene_.update(session, picture.width, picture.height);
        scene_.finish();
        Picture whole;
        bands_ = 0;
        const std::string error = paint_views(
            stage_, scene_, session, picture,
            [&](const Picture& rows) {
                ++bands_;
                whole.width = rows.width;
                whole.height += rows.height;
                whole.rgb.insert(whole.rgb.end(), rows.rgb.begin(), rows.rgb.end());
                whole.alpha.insert(whole.alpha.end(), rows.alpha.begin(), rows.alpha.end());
                return std::string();
            },
            at_once, side);
        EXPECT_EQ(error, "");
        return whole;
    }

    gl::OffscreenContext context_;
    Stage stage_;
    Scene scene_;
    int bands_ = 0;
};

/// Pieces join without seams: the picture is the same whether or not it was drawn at once.
TEST_F(PictureTest, DrawnInPiecesItIsTheSamePicture) {
    struct Case {
        const char* formula;
        ViewLayout layout;
        Background background;
    };
    for (const Case& one : {Case{"(x^2+y-11)^2+(x+y^2-7)^2", ViewLayout::both, Background::shaded},
                            Case{"ln(x+1) + y^2", ViewLayout::contour, Background::transparent},
                            Case{"x^2 sin(3x)", ViewLayout::both, Background::plain}}) {
        SCOPED_TRACE(one.formula);
        const Session session = session_of(one.formula);
        // Odd sides and a divider at an odd pixel.
        const ViewsPicture picture{
            .layout = one.layout, .width = 611, .height = 405, .scale = 1.3F, .background = one.background};
        const Picture whole = paint(session, picture);
        EXPECT_EQ(bands_, 1);
        const Picture pieced = paint(session, picture, 1000, 128);
        EXPECT_EQ(bands_, 4);
        ASSERT_EQ(pieced.width, whole.width);
        ASSERT_EQ(pieced.height, whole.height);
        ASSERT_EQ(pieced.alpha.size(), whole.alpha.size());
        // Places are reckoned from the piece's corner instead of the picture's: the last bit may fall otherwise.
        std::size_t other = 0;
        int worst = 0;
        for (std::size_t i = 0; i < whole.rgb.size(); ++i) {
            const int difference = std::abs(whole.rgb[i] - pieced.rgb[i]);
            worst = std::max(worst, difference);
            other += difference > 2 ? 1U : 0U;
        }
        EXPECT_LT(other, whole.rgb.size() / 2000) << "worst difference " << worst;
    }
}

TEST_F(PictureTest, ATransparentGroundLeavesWhatIsDrawnOpaque) {
    const Session session = session_of("x^2 + y^2");
    const Picture clear = paint(
        session, {.layout = ViewLayout::surface, .width = 300, .height = 300, .background = Background::transparent});
    ASSERT_EQ(clear.alpha.size(), 300U * 300U);
    const auto at = [&](int x, int y) { return clear.alpha[static_cast<std::size_t>(300 * y + x)]; };
    EXPECT_EQ(at(1, 1), 0) << "nothing in the corner";
    EXPECT_EQ(at(150, 170), 255) << "the surface in the middle";
    // Over its own ground it is the opaque picture again.
    const Picture plain =
        paint(session, {.layout = ViewLayout::surface, .width = 300, .height = 300, .background = Background::plain});
    EXPECT_TRUE(plain.alpha.empty());
    const Color ground = theme_colors(session.display.theme).background;
    const std::array<float, 3> under = {ground.r, ground.g, ground.b};
    double difference = 0;
    for (std::size_t i = 0; i < plain.rgb.size(); ++i) {
        const double share = clear.alpha[i / 3] / 255.0;
        const double over = share * clear.rgb[i] + (1 - share) * 255.0 * static_cast<double>(under.at(i % 3));
        difference = std::max(difference, std::abs(over - plain.rgb[i]));
    }
    EXPECT_LT(difference, 4.0);
}

TEST_F(PictureTest, ASentenceEndsTheWork) {
    const Session session = session_of("x^2 + y^2");
    int bands = 0;
    const std::string error = paint_views(
        stage_, scene_, session, {.width = 64, .height = 64},
        [&](const Picture&) { return ++bands == 2 ? std::string("enough") : std::string(); }, 100, 16);
    EXPECT_EQ(error, "enough");
    EXPECT_EQ(bands, 2);
}

TEST(PictureMakerTest, FilesGivenUpAreNotThere) {
    auto maker = PictureMaker::create();
    ASSERT_TRUE(maker.has_value()) << maker.error();
    const auto file = std::filesystem::path(testing::TempDir()) / "thalweg-given-up.png";
    std::filesystem::remove(file);
    const Session session = session_of("x^2 + y^2");
    EXPECT_EQ(maker->save_views(session, {.width = 64, .height = 64}, file, [](double) { return false; }),
              "given up; " + file.string() + " was not written");
    EXPECT_FALSE(std::filesystem::exists(file));
    EXPECT_EQ(maker->save_views(session, {.width = 64, .height = 48, .background = Background::transparent}, file,
                                [](double share) { return share > 0; }),
              "");
    EXPECT_EQ(read_png(file).value().height, 48);
    constexpr std::size_t color_type = 25;  // of the header, ISO/IEC 15948, 11.2.2
    EXPECT_EQ(read_file(file).value().at(color_type), PNG_COLOR_TYPE_RGB_ALPHA);
    std::filesystem::remove(file);
}

}  // namespace
}  // namespace thalweg
