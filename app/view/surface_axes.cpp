#include "app/view/surface_axes.h"

#include <algorithm>
#include <array>
#include <cmath>
#include <cstddef>
#include <glm/geometric.hpp>

#include "app/scene/number_format.h"
#include "app/scene/symbols.h"
#include "app/view/axis_ticks.h"
#include "core/sampling/axis_values.h"

namespace thalweg {
namespace {

constexpr float tick_text = 12.0F, title_text = 14.0F;
constexpr float tick_pixels = 5.0F, text_gap = 11.0F, title_gap = 34.0F;
/// Pixels of an axis that one tick takes.
constexpr double pixels_per_tick = 62.0;
constexpr double least_axis = 40.0;

class Axes {
  public:
    Axes(Ink& ink, std::vector<Label>& labels, const World& world, const Camera& camera, const InkStyle& style)
        : ink_(ink), labels_(labels), world_(world), camera_(camera), style_(style) {
        // Signs of the sides of the box that are nearer to the eye.
        near_x_ = camera.eye().x >= 0.0 ? 1.0 : -1.0;
        near_y_ = camera.eye().y >= 0.0 ? 1.0 : -1.0;
        side_x_ = world.half_x + plate_margin;
        side_y_ = world.half_y + plate_margin;
    }

    void floor_axis(bool along_x, double low, double high, const std::string& name);
    void height_axis(const HeightScale& scale, const std::string& title);

  private:
    void line(const glm::dvec3& a, const glm::dvec3& b, float width, const Color& color);
    void label(const std::string& text, double x, double y, float anchor_x, float anchor_y, float size,
               const Color& color) {
        labels_.push_back({.text = text,
                           .x = static_cast<float>(x),
                           .y = static_cast<float>(y),
                           .anchor_x = anchor_x,
                           .anchor_y = anchor_y,
                           .size = size,
                           .color = color});
    }
    double pixels_between(const glm::dvec3& a, const glm::dvec3& b) const;
    int ticks_along(const glm::dvec3& a, const glm::dvec3& b) const {
        return std::clamp(static_cast<int>(pixels_between(a, b) / (pixels_per_tick * style_.scale)), 2, 8);
    }

    Ink& ink_;
    std::vector<Label>& labels_;
    const World& world_;
    const Camera& camera_;
    const InkStyle& style_;
    double near_x_, near_y_, side_x_, side_y_;
};

void Axes::line(const glm::dvec3& a, const glm::dvec3& b, float width, const Color& color) {
    const std::optional<DepthPixel> from = camera_.project(a), to = camera_.project(b);
    if (!from || !to) return;
    const std::array points = {
        InkPoint{static_cast<float>(from->x), static_cast<float>(from->y), static_cast<float>(from->depth)},
        InkPoint{static_cast<float>(to->x), static_cast<float>(to->y), static_cast<float>(to->depth)}};
    ink_.polyline(points, style_.px(width), color);
}

double Axes::pixels_between(const glm::dvec3& a, const glm::dvec3& b) const {
    const std::optional<DepthPixel> from = camera_.project(a), to = camera_.project(b);
    return from && to ? std::hypot(from->x - to->x, from->y - to->y) : 0.0;
}

void Axes::floor_axis(bool along_x, double low, double high, const std::string& name) {
    // In the axis's own terms: a place along it, and the outward direction across.
    const auto at = [&](double along, double outward) {
        return along_x ? glm::dvec3(along, near_y_ * (side_y_ + outward), floor_height)
                       : glm::dvec3(near_x_ * (side_x_ + outward), along, floor_height);
    };
    const double half = along_x ? world_.half_x : world_.half_y;
    if (pixels_between(at(-half, 0.0), at(half, 0.0)) < least_axis * style_.scale) return;
    const auto outward_pixels = [&](double along, float pixels) -> std::optional<PixelPoint> {
        const std::optional<DepthPixel> edge = camera_.project(at(along, 0.0)), out = camera_.project(at(along, 0.1));
        if (!edge || !out) return std::nullopt;
        const double length = std::max(1e-6, std::hypot(out->x - edge->x, out->y - edge->y));
        return PixelPoint{edge->x + (out->x - edge->x) / length * style_.px(pixels),
                          edge->y + (out->y - edge->y) / length * style_.px(pixels)};
    };
    for (const Tick& tick : axis_ticks(low, high, ticks_along(at(-half, 0.0), at(half, 0.0))).ticks) {
        const double along = along_x ? world_.x(tick.value) : world_.y(tick.value);
        const std::optional<DepthPixel> edge = camera_.project(at(along, 0.0));
        const std::optional<PixelPoint> mark = outward_pixels(along, tick_pixels), text = outward_pixels(along, 18.0F);
        if (!edge || !mark || !text) continue;
        const std::array points = {InkPoint{static_cast<float>(edge->x), static_cast<float>(edge->y), 0.0F},
                                   InkPoint{static_cast<float>(mark->x), static_cast<float>(mark->y), 0.0F}};
        ink_.polyline(points, style_.px(1.25F), style_.theme.quiet_text.with_alpha(0.9F));
        label(tick.text, text->x, text->y, 0.5F, 0.5F, tick_text, style_.theme.quiet_text);
    }
    const std::optional<PixelPoint> title = outward_pixels(0.0, 42.0F);
    if (title) label(name, title->x, title->y, 0.5F, 0.5F, title_text, style_.theme.text);
}

void Axes::height_axis(const HeightScale& scale, const std::string& title) {
    // The corner that appears farthest left; the walls beside the farthest corner carry the lines.
    std::array<std::array<double, 2>, 3> corners = {{{near_x_, -near_y_}, {-near_x_, near_y_}, {-near_x_, -near_y_}}};
    const auto at = [&](const std::array<double, 2>& corner, double z) {
        return glm::dvec3(corner[0] * side_x_, corner[1] * side_y_, z);
    };
    const auto across = [&](const std::array<double, 2>& corner) {
        const std::optional<DepthPixel> pixel = camera_.project(at(corner, 0.0));
        return pixel ? pixel->x : 1e9;
    };
    if (across(corners[1]) < across(corners[0])) std::swap(corners[0], corners[1]);
    const auto& [left, right, back] = corners;
    const Color wall = style_.theme.quiet_text.with_alpha(0.28F);
    for (const auto& corner : corners) line(at(corner, floor_height), at(corner, world_height), 1.0F, wall);

    const double pixels = pixels_between(at(left, 0.0), at(left, world_height));
    if (pixels < least_axis * style_.scale) return;
    const int count = std::clamp(static_cast<int>(pixels / (34.0 * style_.scale)), 2, 7);
    for (const double value : axis_values(scale, count)) {
        const double z = surface_z(scale, value);
        line(at(left, z), at(back, z), 1.0F, wall);
        line(at(back, z), at(right, z), 1.0F, wall);
        const std::optional<DepthPixel> pixel = camera_.project(at(left, z));
        if (!pixel) continue;
        const std::array points = {
            InkPoint{static_cast<float>(pixel->x), static_cast<float>(pixel->y), 0.0F},
            InkPoint{static_cast<float>(pixel->x) - style_.px(tick_pixels), static_cast<float>(pixel->y), 0.0F}};
        ink_.polyline(points, style_.px(1.25F), style_.theme.quiet_text.with_alpha(0.9F));
        label(format_number(value), pixel->x - style_.px(9.0F), pixel->y, 1.0F, 0.5F, tick_text,
              style_.theme.quiet_text);
    }
    const std::optional<DepthPixel> top = camera_.project(at(left, world_height));
    if (!top) return;
    label(title, top->x, top->y - style_.px(20.0F), 0.5F, 0.5F, title_text, style_.theme.text);
}

}  // namespace

std::string height_axis_title(const HeightScale& scale, const std::string& name) {
    switch (scale.kind) {
        case HeightScaleKind::logarithmic:
            return name + ", log scale";
        case HeightScaleKind::clipped:
            return name + ", clipped";
        case HeightScaleKind::linear:
            break;
    }
    return name;
}

void draw_surface_axes(Ink& ink, std::vector<Label>& labels, const Scene& scene, const World& world,
                       const Camera& camera, const InkStyle& style, bool heights) {
    Axes axes(ink, labels, world, camera, style);
    std::string x_name = "x", y_name = "y";
    const std::vector<std::string>& names = scene.landscape().names;
    if (!names.empty()) x_name = as_symbol(names[0]);
    if (names.size() > 1) y_name = as_symbol(names[1]);
    const HeightScale& scale = scene.surface().scale;
    if (heights) axes.height_axis(scale, height_axis_title(scale, scene.landscape().value_name));
    axes.floor_axis(true, world.domain.x0, world.domain.x1, x_name);
    axes.floor_axis(false, world.domain.y0, world.domain.y1, y_name);
}

}  // namespace thalweg
