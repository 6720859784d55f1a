#include "app/figure/ink_figure.h"

#include <algorithm>
#include <cmath>
#include <numbers>

namespace thalweg {
namespace {

Color color_of(const InkColor& color) {
    const auto share = [](std::uint8_t byte) { return static_cast<float>(byte) / 255.0F; };
    return {share(color.r), share(color.g), share(color.b), share(color.a)};
}

bool same(const InkColor& a, const InkColor& b) {
    return a.r == b.r && a.g == b.g && a.b == b.b && a.a == b.a;
}

/// Whether the piece b goes on where a ends, as Ink::polyline() lays them.
bool goes_on(const InkStroke& a, const InkStroke& b) {
    return a.bx == b.ax && a.by == b.ay && a.after_x == b.bx && a.after_y == b.by && b.before_x == a.ax &&
           b.before_y == a.ay && a.half_width == b.half_width && same(a.color, b.color);
}

/// How many of the strokes, from the first, stand side by side: a screen's way to fill a rectangle, column by column.
std::size_t columns_of_fill(std::span<const InkStroke> strokes) {
    const auto is_column = [&](const InkStroke& stroke) { return stroke.ax == stroke.bx && stroke.half_width == 0.5F; };
    std::size_t count = 0;
    while (count < strokes.size() && is_column(strokes[count]) && strokes[count].ay == strokes.front().ay &&
           strokes[count].by == strokes.front().by && same(strokes[count].color, strokes.front().color) &&
           strokes[count].ax == strokes.front().ax + static_cast<float>(count))
        ++count;
    return count;
}

void draw_strokes(VectorCanvas& canvas, std::span<const InkStroke> strokes, double unit) {
    std::vector<FigurePoint> line;
    for (std::size_t i = 0; i < strokes.size(); ++i) {
        if (const std::size_t columns = columns_of_fill(strokes.subspan(i)); columns > 1) {
            const InkStroke &first = strokes[i], &last = strokes[i + columns - 1];
            VectorPath rectangle;
            rectangle.rectangle({unit * (first.ax - 0.5), unit * (first.ay - 0.5)},
                                {unit * (last.bx + 0.5), unit * (last.by + 0.5)});
            canvas.fill(rectangle, color_of(first.color));
            i += columns - 1;
            continue;
        }
        const InkStroke& stroke = strokes[i];
        if (line.empty()) line.push_back({unit * stroke.ax, unit * stroke.ay});
        line.push_back({unit * stroke.bx, unit * stroke.by});
        if (i + 1 < strokes.size() && goes_on(stroke, strokes[i + 1])) continue;
        VectorPath path;
        path.polyline(line, false);
        canvas.stroke(path, 2 * unit * stroke.half_width, color_of(stroke.color));
        line.clear();
    }
}

std::vector<FigurePoint> regular(int corners, double outer, double inner, double first_angle, double down = 0) {
    std::vector<FigurePoint> points;
    const int count = inner > 0 ? 2 * corners : corners;
    for (int i = 0; i < count; ++i) {
        const double angle = first_angle + 2 * std::numbers::pi * i / count;
        const double radius = inner > 0 && i % 2 == 1 ? inner : outer;
        points.push_back({radius * std::cos(angle), down + radius * std::sin(angle)});
    }
    return points;
}

std::vector<FigurePoint> plus_sign(double radius) {
    const double r = radius, a = 0.3 * radius;
    return {{-a, -r}, {a, -r}, {a, -a}, {r, -a}, {r, a}, {a, a}, {a, r}, {-a, r}, {-a, a}, {-r, a}, {-r, -a}, {-a, -a}};
}

std::vector<FigurePoint> turned_eighth(std::vector<FigurePoint> points) {
    for (FigurePoint& p : points) p = {(p.x - p.y) * std::numbers::sqrt2 / 2, (p.x + p.y) * std::numbers::sqrt2 / 2};
    return points;
}

void draw_round(VectorCanvas& canvas, const InkGlyph& glyph, FigurePoint at, double unit) {
    const auto disc = [&](double radius, const InkColor& color) {
        if (!(radius > 0) || color.a == 0) return;
        VectorPath path;
        path.ellipse(at, unit * radius, unit * radius);
        canvas.fill(path, color_of(color));
    };
    const double radius = glyph.radius, rim = glyph.outline_width;
    if (static_cast<InkShape>(std::lround(glyph.shape)) == InkShape::ring) {
        VectorPath path;
        path.ellipse(at, unit * 0.78 * radius, unit * 0.78 * radius);
        canvas.stroke(path, unit * 0.44 * radius, color_of(glyph.outline));
        canvas.stroke(path, unit * (0.44 * radius - 2 * rim), color_of(glyph.fill));
        return;
    }
    if (rim > 0) disc(radius, glyph.outline);
    disc(radius - rim, glyph.fill);
}

void draw_tick(VectorCanvas& canvas, const InkGlyph& glyph, FigurePoint at, double unit) {
    const double r = unit * glyph.radius;
    VectorPath path;
    path.polyline(
        std::array<FigurePoint, 3>{
            {{at.x - 0.7 * r, at.y + 0.05 * r}, {at.x - 0.15 * r, at.y + 0.55 * r}, {at.x + 0.75 * r, at.y - 0.6 * r}}},
        false);
    canvas.stroke(path, 0.48 * r, color_of(glyph.fill));
}

void draw_glyph(VectorCanvas& canvas, const InkGlyph& glyph, double unit) {
    const FigurePoint at{unit * glyph.x, unit * glyph.y};
    const auto shape = static_cast<InkShape>(std::lround(glyph.shape));
    if (shape == InkShape::shadow) return;
    if (shape == InkShape::tick) return draw_tick(canvas, glyph, at, unit);
    std::vector<FigurePoint> polygon = mark_polygon(shape);
    if (polygon.empty()) return draw_round(canvas, glyph, at, unit);
    for (FigurePoint& point : polygon)
        point = {at.x + unit * glyph.radius * point.x, at.y + unit * glyph.radius * point.y};
    VectorPath outer, inner;
    outer.polyline(polygon, true);
    inner.polyline(inset(polygon, unit * glyph.outline_width), true);
    if (glyph.outline_width > 0) canvas.fill(outer, color_of(glyph.outline));
    canvas.fill(inner, color_of(glyph.fill));
}

/// Shaft and head as the screen draws them, see ink_arrow.frag.
void draw_arrow(VectorCanvas& canvas, const InkArrow& arrow, double unit) {
    const double dx = arrow.tip_x - arrow.tail_x, dy = arrow.tip_y - arrow.tail_y;
    const double length = std::max(std::hypot(dx, dy), 1e-3), thick = arrow.half_width;
    const double head = std::min(6.5 * thick, 0.72 * length), wing = std::min(3.2 * thick, 0.62 * head);
    const auto at = [&](double along, double aside) {
        const double cosine = dx / length, sine = dy / length;
        return FigurePoint{unit * (arrow.tail_x + cosine * along - sine * aside),
                           unit * (arrow.tail_y + sine * along + cosine * aside)};
    };
    const double neck = length - head;
    const std::vector<FigurePoint> shape{at(0, -thick),  at(neck, -thick), at(neck, -wing), at(length, 0),
                                         at(neck, wing), at(neck, thick),  at(0, thick)};
    VectorPath inner, rim;
    inner.polyline(shape, true);
    rim.polyline(shape, true);
    rim.polyline(inset(shape, -unit * arrow.outline_width), true);
    if (arrow.outline_width > 0 && arrow.outline.a > 0) canvas.fill(rim, color_of(arrow.outline));
    canvas.fill(inner, color_of(arrow.fill));
}

}  // namespace

std::vector<FigurePoint> mark_polygon(InkShape shape) {
    constexpr double up = -std::numbers::pi / 2, down = std::numbers::pi / 2;
    switch (shape) {
        case InkShape::square:
            return {{-0.82, -0.82}, {0.82, -0.82}, {0.82, 0.82}, {-0.82, 0.82}};
        case InkShape::triangle_up:
            return regular(3, 1.12, 0, up, 0.12);
        case InkShape::triangle_down:
            return regular(3, 1.12, 0, down, -0.12);
        case InkShape::diamond:
            return regular(4, 1.08, 0, up);
        case InkShape::plus:
            return plus_sign(0.98);
        case InkShape::star:
            return regular(5, 1.12, 0.45 * 1.12, up);
        case InkShape::cross:
            return turned_eighth(plus_sign(1.02));
        case InkShape::hourglass:
            return {{-0.808, -0.85}, {0.808, -0.85}, {0.128, 0}, {0.808, 0.85}, {-0.808, 0.85}, {-0.128, 0}};
        case InkShape::disc:
        case InkShape::ring:
        case InkShape::ball:
        case InkShape::shadow:
        case InkShape::tick:
            break;
    }
    return {};
}

void draw_ink(VectorCanvas& canvas, const Ink& ink, double unit) {
    for (const Ink::Batch& batch : ink.batches()) {
        const auto first = static_cast<std::size_t>(batch.first), count = static_cast<std::size_t>(batch.count);
        switch (batch.kind) {
            case Ink::Kind::stroke:
                draw_strokes(canvas, ink.strokes().subspan(first, count), unit);
                break;
            case Ink::Kind::glyph:
                for (const InkGlyph& glyph : ink.glyphs().subspan(first, count)) draw_glyph(canvas, glyph, unit);
                break;
            case Ink::Kind::arrow:
                for (const InkArrow& arrow : ink.arrows().subspan(first, count)) draw_arrow(canvas, arrow, unit);
                break;
        }
    }
}

void write_labels(VectorCanvas& canvas, std::span<const Label> labels, double unit, double pixels) {
    constexpr double halo_reach = 1.5;  // design pixels
    for (const Label& label : labels)
        canvas.write({.words = label.text,
                      .at = {unit * label.x, unit * label.y},
                      .anchor_x = label.anchor_x,
                      .anchor_y = label.anchor_y,
                      .size = unit * pixels * label.size,
                      .color = label.color,
                      .halo = label.halo,
                      .reach = unit * pixels * halo_reach});
}

}  // namespace thalweg
