#pragma once

#include <string_view>
#include <vector>

#include "app/export/picture.h"

namespace thalweg {

/// One picture of the tour: what it is called, what it shows, and how.
struct TourStop {
    enum class Kind { window, both, surface, contour };

    std::string_view file;     ///< "01-window.png"
    std::string_view caption;  ///< one sentence, as below the picture in README.md
    Kind kind = Kind::window;
    int width = 1280, height = 720;
    float scale = 1.0F;  ///< pixels per design pixel
    Session session;
    InterfaceState state = {};  ///< for Kind::window
};

/// The pictures that README.md shows, in order.
std::vector<TourStop> tour_stops(const Catalogue& catalogue);

std::expected<Picture, std::string> make_picture(const TourStop& stop, PictureMaker& maker, const Catalogue& catalogue);

}  // namespace thalweg
