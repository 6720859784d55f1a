#include "app/panels/icons.h"

#include <algorithm>
#include <cmath>
#include <initializer_list>
#include <numbers>

namespace thalweg {
namespace {

constexpr float pi = std::numbers::pi_v<float>;

/// Draws in a square from (-1, -1), upper left, to (1, 1).
class Pen {
  public:
    Pen(ImDrawList& list, ImVec2 middle, float size, ImU32 color)
        : list_(list), middle_(middle), unit_(size / 2), width_(std::max(1.0F, size / 11)), color_(color) {}

    void line(std::initializer_list<ImVec2> points, bool closed = false) {
        for (const ImVec2& point : points) list_.PathLineTo(at(point));
        list_.PathStroke(color_, closed ? ImDrawFlags_Closed : ImDrawFlags_None, width_);
    }
    void fill(std::initializer_list<ImVec2> points) {
        for (const ImVec2& point : points) list_.PathLineTo(at(point));
        list_.PathFillConvex(color_);
    }
    void circle(ImVec2 middle, float radius) { list_.AddCircle(at(middle), radius * unit_, color_, 0, width_); }
    void disc(ImVec2 middle, float radius) { list_.AddCircleFilled(at(middle), radius * unit_, color_); }
    /// Angles clockwise from the right.
    void arc(ImVec2 middle, float radius, float from, float to) {
        list_.PathArcTo(at(middle), radius * unit_, from, to);
        list_.PathStroke(color_, ImDrawFlags_None, width_);
    }
    void frame(ImVec2 upper_left, ImVec2 lower_right, float rounding) {
        list_.AddRect(at(upper_left), at(lower_right), color_, rounding * unit_, 0, width_);
    }

  private:
    ImVec2 at(ImVec2 point) const { return {middle_.x + point.x * unit_, middle_.y + point.y * unit_}; }

    ImDrawList& list_;
    ImVec2 middle_;
    float unit_, width_;
    ImU32 color_;
};

void bar(Pen& pen, float x0, float x1) {
    pen.fill({{x0, -0.75F}, {x1, -0.75F}, {x1, 0.75F}, {x0, 0.75F}});
}

/// A triangle with its upright side at x0 and its tip at x1.
void wedge(Pen& pen, float x0, float x1) {
    if (x1 > x0) {
        pen.fill({{x0, -0.75F}, {x1, 0}, {x0, 0.75F}});
    } else {
        pen.fill({{x0, 0.75F}, {x1, 0}, {x0, -0.75F}});
    }
}

/// A half turn with an arrow head at its end; side -1 turns back, 1 forward.
void turn(Pen& pen, float side) {
    pen.line({{-side * 0.55F, 0.7F}, {side * 0.15F, 0.7F}});
    if (side < 0) {
        pen.arc({0.15F, 0.15F}, 0.55F, -pi / 2, pi / 2);
    } else {
        pen.arc({-0.15F, 0.15F}, 0.55F, pi / 2, 3 * pi / 2);
    }
    pen.line({{-side * 0.15F, -0.4F}, {side * 0.75F, -0.4F}});
    pen.line({{side * 0.4F, -0.8F}, {side * 0.8F, -0.4F}, {side * 0.4F, 0.0F}});
}

void corner(Pen& pen, float x, float y) {
    pen.line({{x * 0.8F, y * 0.3F}, {x * 0.8F, y * 0.8F}, {x * 0.3F, y * 0.8F}});
}

void slider_line(Pen& pen, float y, float knob) {
    pen.line({{-0.8F, y}, {0.8F, y}});
    pen.disc({knob, y}, 0.24F);
}

}  // namespace

void draw_icon(ImDrawList& list, Icon icon, ImVec2 middle, float size, ImU32 color) {
    Pen pen(list, middle, size, color);
    switch (icon) {
        case Icon::to_start:
            bar(pen, -0.75F, -0.5F);
            wedge(pen, 0.7F, -0.45F);
            break;
        case Icon::step_back:
            wedge(pen, 0.2F, -0.8F);
            bar(pen, 0.4F, 0.65F);
            break;
        case Icon::play:
            wedge(pen, -0.55F, 0.75F);
            break;
        case Icon::pause:
            bar(pen, -0.6F, -0.2F);
            bar(pen, 0.2F, 0.6F);
            break;
        case Icon::step_forward:
            bar(pen, -0.65F, -0.4F);
            wedge(pen, -0.2F, 0.8F);
            break;
        case Icon::to_end:
            wedge(pen, -0.7F, 0.45F);
            bar(pen, 0.5F, 0.75F);
            break;
        case Icon::fit:
            for (const float x : {-1.0F, 1.0F}) {
                for (const float y : {-1.0F, 1.0F}) corner(pen, x, y);
            }
            break;
        case Icon::camera:
            pen.frame({-0.9F, -0.5F}, {0.9F, 0.75F}, 0.25F);
            pen.circle({0, 0.12F}, 0.34F);
            pen.line({{-0.4F, -0.55F}, {-0.25F, -0.8F}, {0.25F, -0.8F}, {0.4F, -0.55F}});
            break;
        case Icon::sun:
            pen.circle({0, 0}, 0.4F);
            for (int ray = 0; ray < 8; ++ray) {
                const float angle = static_cast<float>(ray) * pi / 4;
                pen.line({{0.66F * std::cos(angle), 0.66F * std::sin(angle)},
                          {0.95F * std::cos(angle), 0.95F * std::sin(angle)}});
            }
            break;
        case Icon::moon:
            pen.arc({0, 0}, 0.75F, 0.1F * pi, 1.4F * pi);
            pen.arc({0.42F, -0.32F}, 0.66F, 0.345F * pi, 1.155F * pi);
            break;
        case Icon::projector:
            pen.frame({-0.9F, -0.75F}, {0.9F, 0.35F}, 0.15F);
            pen.line({{0, 0.35F}, {0, 0.6F}});
            pen.line({{-0.5F, 0.85F}, {0, 0.5F}, {0.5F, 0.85F}});
            break;
        case Icon::help:
            pen.arc({0, -0.4F}, 0.4F, -pi, 0.3F * pi);
            pen.line({{0.24F, -0.08F}, {0, 0.14F}, {0, 0.36F}});
            pen.disc({0, 0.72F}, 0.13F);
            break;
        case Icon::sliders:
            slider_line(pen, -0.6F, 0.3F);
            slider_line(pen, 0, -0.35F);
            slider_line(pen, 0.6F, 0.15F);
            break;
        case Icon::undo:
            turn(pen, -1);
            break;
        case Icon::redo:
            turn(pen, 1);
            break;
        case Icon::plus:
            pen.line({{-0.65F, 0}, {0.65F, 0}});
            pen.line({{0, -0.65F}, {0, 0.65F}});
            break;
        case Icon::cross:
            pen.line({{-0.5F, -0.5F}, {0.5F, 0.5F}});
            pen.line({{-0.5F, 0.5F}, {0.5F, -0.5F}});
            break;
        case Icon::duplicate:
            pen.frame({-0.35F, -0.35F}, {0.8F, 0.8F}, 0.2F);
            pen.line({{-0.55F, 0.35F}, {-0.8F, 0.35F}, {-0.8F, -0.8F}, {0.35F, -0.8F}, {0.35F, -0.55F}});
            break;
        case Icon::keep:
            pen.line({{-0.5F, -0.85F}, {0.5F, -0.85F}, {0.5F, 0.85F}, {0, 0.4F}, {-0.5F, 0.85F}}, true);
            break;
        case Icon::chevron:
            pen.line({{-0.5F, -0.25F}, {0, 0.3F}, {0.5F, -0.25F}});
            break;
        case Icon::target:
            pen.circle({0, 0}, 0.5F);
            for (const float side : {-1.0F, 1.0F}) {
                pen.line({{side * 0.3F, 0}, {side * 0.9F, 0}});
                pen.line({{0, side * 0.3F}, {0, side * 0.9F}});
            }
            break;
        case Icon::box:
            pen.frame({-0.8F, -0.65F}, {0.8F, 0.65F}, 0.1F);
            break;
        case Icon::download:
            pen.line({{0, -0.8F}, {0, 0.3F}});
            pen.line({{-0.4F, -0.1F}, {0, 0.3F}, {0.4F, -0.1F}});
            pen.line({{-0.75F, 0.4F}, {-0.75F, 0.8F}, {0.75F, 0.8F}, {0.75F, 0.4F}});
            break;
        case Icon::eye:
            pen.arc({0, 0.55F}, 1.05F, -0.83F * pi, -0.17F * pi);
            pen.arc({0, -0.55F}, 1.05F, 0.17F * pi, 0.83F * pi);
            pen.disc({0, 0}, 0.28F);
            break;
        case Icon::eye_closed:
            pen.arc({0, -0.55F}, 1.05F, 0.17F * pi, 0.83F * pi);
            pen.line({{0, 0.5F}, {0, 0.85F}});
            pen.line({{-0.5F, 0.38F}, {-0.65F, 0.66F}});
            pen.line({{0.5F, 0.38F}, {0.65F, 0.66F}});
            break;
    }
}

}  // namespace thalweg
