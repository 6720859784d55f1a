// What a journey must know of the window and its pictures:
//   eye where SESSION.toml WIDTH HEIGHT surface|contour X Y    the window's pixel of a point, "412 305"
//   eye differ A.png B.png                                     how many pixels of the two pictures differ
#include <fmt/format.h>

#include <algorithm>
#include <cmath>
#include <cstdlib>
#include <string>

#include "app/document/session_file.h"
#include "app/export/png.h"
#include "app/panels/layout.h"
#include "app/view/contour_view.h"
#include "app/view/surface_view.h"

namespace thalweg {
namespace {

[[noreturn]] void fail(const std::string& message) {
    fmt::print(stderr, "eye: {}\n", message);
    std::exit(1);  // NOLINT(concurrency-mt-unsafe): nothing else runs
}

ViewFrame frame(const Area& area) {
    return {.width = static_cast<int>(area.width), .height = static_cast<int>(area.height)};
}

void where(const std::string& file, int width, int height, const std::string& view, double x, double y) {
    const auto reading = load_session(file);
    if (!reading) fail(reading.error());
    const Session& session = reading->session;
    Scene scene;
    const Catalogue nothing;
    const InterfaceInputs inputs{.scene = scene,
                                 .catalogue = nothing,
                                 .width = static_cast<float>(width),
                                 .height = static_cast<float>(height),
                                 .thumbnail = [](const LandscapeChoice&) { return 0U; }};
    const ViewAreas areas = lay_out(session, {}, inputs, 0).views;
    const Area& area = view == "surface" ? areas.surface : areas.contour;
    scene.update(session, frame(areas.contour).width, frame(areas.contour).height);
    const std::optional<PixelPoint> pixel = view == "surface" ? SurfaceView::project(session, scene, frame(area), x, y)
                                                              : ContourView::project(session, frame(area), x, y);
    if (!pixel) fail("the point is not to be seen");
    fmt::print("{:.0f} {:.0f}\n", std::round(pixel->x + static_cast<double>(area.x)),
               std::round(pixel->y + static_cast<double>(area.y)));
}

void differ(const std::string& a, const std::string& b) {
    const auto first = read_png(a), second = read_png(b);
    if (!first || !second) fail((first ? second : first).error());
    if (first->width != second->width || first->height != second->height) fail("the pictures differ in size");
    int pixels = 0;
    for (std::size_t i = 0; i < first->rgb.size(); i += 3)
        pixels += std::equal(&first->rgb[i], &first->rgb[i] + 3, &second->rgb[i]) ? 0 : 1;
    fmt::print("{}\n", pixels);
}

}  // namespace
}  // namespace thalweg

int main(int argc, char** argv) {
    const std::vector<std::string> words(argv, argv + argc);
    if (words.size() == 8 && words[1] == "where")
        thalweg::where(words[2], std::stoi(words[3]), std::stoi(words[4]), words[5], std::stod(words[6]),
                       std::stod(words[7]));
    else if (words.size() == 4 && words[1] == "differ")
        thalweg::differ(words[2], words[3]);
    else
        thalweg::fail("see the first lines of its source");
}
