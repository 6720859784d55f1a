#include "app/lenses/small_map.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <iterator>

#include "app/panels/widgets.h"
#include "app/scene/contrast.h"
#include "app/scene/curve.h"
#include "app/view/world.h"
#include "core/sampling/grid.h"

namespace thalweg {
namespace {

/// Nodes along each side: a map is some hundred pixels wide.
constexpr int nodes = 48;
constexpr int most_levels = 12;

/// The curve at the heights of the surface view, in pieces where f is defined.
std::vector<LevelLine> curve_lines(const Scene& scene) {
    const Box& domain = scene.landscape().domain;
    constexpr int samples = 4 * nodes;
    std::vector<LevelLine> lines(1);
    for (int i = 0; i < samples; ++i) {
        const double x = domain.x0 + domain.width() * i / (samples - 1);
        const double f = scene.landscape().evaluator->value(std::array{x, 0.0});
        const double z = surface_z(scene.surface().scale, f);
        if (std::isfinite(z))
            lines.back().push_back({x, z});
        else if (!lines.back().empty())
            lines.emplace_back();
    }
    return lines;
}

std::vector<LevelLine> map_lines(const Scene& scene) {
    const LandscapePart& part = scene.landscape();
    const SurfaceGrid grid = sample_grid(*part.landscape, part.domain, nodes, nodes, Derivatives::without);
    const auto value = [&](double x, double y) { return part.evaluator->value(std::array{x, y}); };
    const std::vector<double>& levels = scene.surface().levels;
    const std::size_t every = std::max<std::size_t>(1, levels.size() / most_levels);
    std::vector<LevelLine> lines;
    for (std::size_t i = 0; i < levels.size(); i += every)
        std::ranges::move(level_lines(part.domain, nodes, nodes, grid.values, levels[i], value, 6),
                          std::back_inserter(lines));
    return lines;
}

}  // namespace

void SmallMap::update(const Scene& scene) {
    if (surface_ == scene.surface().revision || scene.landscape().landscape == nullptr) return;
    surface_ = scene.surface().revision;
    curve_ = is_curve(scene.landscape());
    box_ = scene.landscape().domain;
    if (curve_) {
        box_.y0 = 0.0;
        box_.y1 = world_height;
    }
    lines_ = curve_ ? curve_lines(scene) : map_lines(scene);
}

void SmallMap::draw(const Panel& panel, const Area& area, const ColoredPath* path, double step) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 low{area.x, area.y}, high{area.x + area.width, area.y + area.height};
    list.AddRectFilled(low, high, pack(panel.colors.background), panel.px(4));
    list.PushClipRect(low, high, true);
    const auto pixel = [&](double x, double y) {
        const auto across = static_cast<float>(std::clamp((x - box_.x0) / box_.width(), -10.0, 11.0));
        const auto up = static_cast<float>(std::clamp((y - box_.y0) / box_.height(), -10.0, 11.0));
        return ImVec2{area.x + across * area.width, area.y + (1 - up) * area.height};
    };
    const ImU32 quiet = pack(panel.colors.quiet_text.with_alpha(curve_ ? 0.9F : 0.45F));
    for (const LevelLine& line : lines_) {
        for (const auto& [x, y] : line) list.PathLineTo(pixel(x, y));
        list.PathStroke(quiet, 0, panel.px(curve_ ? 1.5F : 1.0F));
    }
    if (path != nullptr && !path->spots.empty()) {
        const ImU32 ink = pack(told_from(path->color, panel.colors.background));
        const auto place = [&](const Spot& spot) { return pixel(spot.x, curve_ ? spot.z : spot.y); };
        constexpr std::size_t most = 1500;
        const std::size_t count = std::min(path->spots.size(), most);
        for (std::size_t i = 0; i < count && path->row_of[i] <= step; ++i) list.PathLineTo(place(path->spots[i]));
        const ImVec2 head = place(spot_at(*path, step));
        list.PathLineTo(head);
        list.PathStroke(ink, 0, panel.px(1.8F));
        list.AddCircleFilled(head, panel.px(3.5F), ink);
    }
    list.PopClipRect();
    list.AddRect(low, high, pack(panel.colors.line), panel.px(4));
}

}  // namespace thalweg
