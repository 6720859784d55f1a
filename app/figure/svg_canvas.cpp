#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <iterator>

#include "app/figure/vector_canvas.h"

namespace thalweg {
namespace {

/// Inter where it is installed, else what looks alike; Inkscape, browsers and LaTeX's converters choose letter by
/// letter.
constexpr std::string_view families =
    "Inter, 'Helvetica Neue', Helvetica, Arial, 'DejaVu Sans', 'Noto Sans CJK SC', sans-serif";

/// A hundredth of a point is 3.5 µm: finer than any printer.
std::string number(double value) {
    std::string text = fmt::format("{:.2f}", value);
    text.erase(text.find_last_not_of('0') + 1);
    if (text.ends_with('.')) text.pop_back();
    return text == "-0" ? "0" : text;
}

std::string hex(const Color& color) {
    const auto byte = [](float part) { return std::lround(255 * part); };
    return fmt::format("#{:02x}{:02x}{:02x}", byte(color.r), byte(color.g), byte(color.b));
}

std::string opacity(std::string_view name, const Color& color) {
    return color.a < 1 ? fmt::format(" {}=\"{:.3g}\"", name, color.a) : std::string();
}

std::string escaped(std::string_view words) {
    std::string text;
    for (const char letter : words) {
        switch (letter) {
            case '&':
                text += "&amp;";
                break;
            case '<':
                text += "&lt;";
                break;
            case '>':
                text += "&gt;";
                break;
            case '"':
                text += "&quot;";
                break;
            default:
                text += letter;
        }
    }
    return text;
}

std::string data_of(const VectorPath& path) {
    std::string data;
    const auto add = [&](const FigurePoint& point) { data += number(point.x) + ',' + number(point.y); };
    for (const VectorPath::Piece& piece : path.pieces()) {
        switch (piece.verb) {
            case VectorPath::Verb::move:
                data += 'M';
                add(piece.points[0]);
                break;
            case VectorPath::Verb::line:
                data += 'L';
                add(piece.points[0]);
                break;
            case VectorPath::Verb::curve:
                data += 'C';
                add(piece.points[0]);
                data += ' ';
                add(piece.points[1]);
                data += ' ';
                add(piece.points[2]);
                break;
            case VectorPath::Verb::close:
                data += 'Z';
                break;
        }
    }
    return data;
}

class SvgCanvas final : public VectorCanvas {
  public:
    SvgCanvas(double width, double height, std::string_view title) {
        constexpr double millimetres = 25.4 / 72;  // a point
        text_ = fmt::format(
            "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
            "<svg xmlns=\"http://www.w3.org/2000/svg\" "
            "xmlns:inkscape=\"http://www.inkscape.org/namespaces/inkscape\" version=\"1.1\"\n"
            "     width=\"{}mm\" height=\"{}mm\" viewBox=\"0 0 {} {}\" font-family=\"{}\">\n<title>{}</title>\n",
            number(width * millimetres), number(height * millimetres), number(width), number(height), families,
            escaped(title));
    }

    void fill(const VectorPath& path, const Color& color) override {
        if (path.empty()) return;
        add("<path d=\"{}\" fill=\"{}\"{} fill-rule=\"evenodd\"/>\n", data_of(path), hex(color),
            opacity("fill-opacity", color));
    }

    void fill_across(const VectorPath& path, std::span<const ColorStop> stops) override {
        if (path.empty() || stops.empty()) return;
        const double left = stops.front().x, way = std::max(stops.back().x - left, 1e-9);
        ++gradients_;
        add("<linearGradient id=\"across{}\" gradientUnits=\"userSpaceOnUse\" x1=\"{}\" y1=\"0\" x2=\"{}\" y2=\"0\">\n",
            gradients_, number(left), number(left + way));
        for (const ColorStop& stop : stops)
            add("<stop offset=\"{:.4f}\" stop-color=\"{}\"{}/>\n", (stop.x - left) / way, hex(stop.color),
                opacity("stop-opacity", stop.color));
        add("</linearGradient>\n<path d=\"{}\" fill=\"url(#across{})\" fill-rule=\"evenodd\"/>\n", data_of(path),
            gradients_);
    }

    void stroke(const VectorPath& path, double width, const Color& color) override {
        if (path.empty()) return;
        add("<path d=\"{}\" fill=\"none\" stroke=\"{}\"{} stroke-width=\"{}\" stroke-linecap=\"round\" "
            "stroke-linejoin=\"round\"/>\n",
            data_of(path), hex(color), opacity("stroke-opacity", color), number(width));
    }

    void write(const FigureText& text) override {
        const std::string_view anchor = text.anchor_x < 0.25 ? "start" : text.anchor_x > 0.75 ? "end" : "middle";
        const std::string halo = text.halo.a > 0
                                     ? fmt::format(
                                           " stroke=\"{}\"{} stroke-width=\"{}\" stroke-linejoin=\"round\" "
                                           "paint-order=\"stroke\"",
                                           hex(text.halo), opacity("stroke-opacity", text.halo), number(2 * text.reach))
                                     : std::string();
        add("<text x=\"{}\" y=\"{}\" font-size=\"{}\" text-anchor=\"{}\" fill=\"{}\"{}{}>{}</text>\n",
            number(text.at.x), number(baseline(text)), number(text.size), anchor, hex(text.color),
            opacity("fill-opacity", text.color), halo, escaped(text.words));
    }

    void begin_group(std::string_view name, FigurePoint low, FigurePoint high) override {
        ++groups_;
        add("<clipPath id=\"clip{}\"><rect x=\"{}\" y=\"{}\" width=\"{}\" height=\"{}\"/></clipPath>\n", groups_,
            number(low.x), number(low.y), number(high.x - low.x), number(high.y - low.y));
        add("<g id=\"{}\" inkscape:label=\"{}\" inkscape:groupmode=\"layer\" clip-path=\"url(#clip{})\">\n",
            escaped(name), escaped(name), groups_);
    }
    void end_group() override { text_ += "</g>\n"; }

    std::expected<std::vector<std::byte>, std::string> finish() override {
        text_ += "</svg>\n";
        const auto bytes = std::as_bytes(std::span(text_));
        return std::vector<std::byte>(bytes.begin(), bytes.end());
    }

  private:
    template <class... Parts>
    void add(fmt::format_string<Parts...> form, Parts&&... parts) {
        fmt::format_to(std::back_inserter(text_), form, std::forward<Parts>(parts)...);
    }

    std::string text_;
    int groups_ = 0, gradients_ = 0;
};

}  // namespace

std::unique_ptr<VectorCanvas> make_svg(double width, double height, std::string_view title) {
    return std::make_unique<SvgCanvas>(width, height, title);
}

}  // namespace thalweg
