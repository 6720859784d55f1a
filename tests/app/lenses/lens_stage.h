#pragma once

#include <algorithm>
#include <cmath>
#include <memory>
#include <optional>
#include <string>
#include <utility>
#include <vector>

#include "app/lenses/lens.h"
#include "app/panels/study.h"

namespace thalweg::testing {

/// A picture whose pixels are the plane's own x and y, with the heights as depths.
class PlainPlacement final : public Placement {
  public:
    explicit PlainPlacement(bool depth) : depth_(depth) {}

    std::optional<InkPoint> point(const Spot& spot) const override {
        if (!std::isfinite(spot.z)) return std::nullopt;
        return InkPoint{static_cast<float>(spot.x), static_cast<float>(spot.y), static_cast<float>(spot.z)};
    }
    double raised(const Spot& spot) const override { return spot.z; }
    void path(std::span<const Spot> spots, std::vector<Polyline>& lines) const override {
        Polyline line;
        const auto finish = [&] {
            if (line.size() > 1) lines.push_back(line);
            line.clear();
        };
        for (const Spot& spot : spots) {
            if (const auto place = point(spot)) {
                line.push_back(*place);
            } else {
                finish();
            }
        }
        finish();
    }
    std::optional<std::pair<InkPoint, InkPoint>> arrow(const Spot& tail, double dx, double dy, double /*rise*/,
                                                       double length) const override {
        const double size = std::hypot(dx, dy);
        if (!(size > 0)) return std::nullopt;
        return std::pair{*point(tail), *point({tail.x + dx / size * length, tail.y + dy / size * length, tail.z})};
    }
    std::pair<Spot, Spot> axis(const Spot& middle, double dx, double dy, double length) const override {
        return {{middle.x - dx * length, middle.y - dy * length, middle.z},
                {middle.x + dx * length, middle.y + dy * length, middle.z}};
    }
    bool has_depth() const override { return depth_; }

  private:
    bool depth_;
};

/// A lens on a formula over [-2, 2]², without a window. What is drawn: in pixels as large as the plane's units.
struct LensStage {
    explicit LensStage(std::unique_ptr<Lens> made, const std::string& formula) : lens(std::move(made)) {
        session.landscape.formula = formula;
        session.landscape.domain = {.x0 = -2, .x1 = 2, .y0 = -2, .y1 = 2};
        session.display.map = session.landscape.domain;
        session.starts.clear();
        session.study.pinned = true;
    }

    void look_at(double x, double y, double dx = 1, double dy = 0.5) {
        session.study.x = x;
        session.study.y = y;
        session.study.dx = dx;
        session.study.dy = dy;
        update();
    }
    void update() {
        scene.update(session, 100, 100);
        lens->update({session, scene, state, study_point(session, scene, state)});
    }
    /// Both pictures alike but for `depth`: the surface view's, or the map's.
    Ink ink(bool depth) {
        Ink result;
        labels.clear();
        lens->draw(result, labels, PlainPlacement(depth), {.scale = 0.01F, .theme = theme_colors(Theme::dark)});
        return result;
    }
    /// The strokes of that colour, opaque or not.
    static std::vector<InkStroke> strokes(const Ink& ink, const Color& color) {
        const InkColor wanted = ink_color(color);
        std::vector<InkStroke> result;
        std::ranges::copy_if(ink.strokes(), std::back_inserter(result), [&](const InkStroke& stroke) {
            return stroke.color.r == wanted.r && stroke.color.g == wanted.g && stroke.color.b == wanted.b;
        });
        return result;
    }

    Session session;
    Scene scene;
    InterfaceState state;
    std::unique_ptr<Lens> lens;
    std::vector<Label> labels;
};

}  // namespace thalweg::testing
