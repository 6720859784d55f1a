#include <cairo-pdf.h>
#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <string>

#include "app/figure/vector_canvas.h"

namespace thalweg {
namespace {

/// In the order in which a letter is looked for: not every font has every superscript and every sign.
constexpr std::array families = {"Inter", "DejaVu Sans", "Noto Sans Math", "Noto Sans CJK SC"};

cairo_status_t append(void* bytes, const unsigned char* data, unsigned int count) {
    auto& file = *static_cast<std::vector<std::byte>*>(bytes);
    const auto* begin = reinterpret_cast<const std::byte*>(data);
    file.insert(file.end(), begin, begin + count);
    return CAIRO_STATUS_SUCCESS;
}

class PdfCanvas final : public VectorCanvas {
  public:
    PdfCanvas(double width, double height, std::string_view title)
        : surface_(cairo_pdf_surface_create_for_stream(append, &file_, width, height)), cairo_(cairo_create(surface_)) {
        cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_TITLE, std::string(title).c_str());
        cairo_pdf_surface_set_metadata(surface_, CAIRO_PDF_METADATA_CREATOR, "Thalweg");
        cairo_set_line_cap(cairo_, CAIRO_LINE_CAP_ROUND);
        cairo_set_line_join(cairo_, CAIRO_LINE_JOIN_ROUND);
        cairo_set_fill_rule(cairo_, CAIRO_FILL_RULE_EVEN_ODD);
    }
    ~PdfCanvas() override {
        cairo_destroy(cairo_);
        cairo_surface_destroy(surface_);
    }
    PdfCanvas(const PdfCanvas&) = delete;
    PdfCanvas& operator=(const PdfCanvas&) = delete;

    void fill(const VectorPath& path, const Color& color) override {
        trace(path);
        set_color(color);
        cairo_fill(cairo_);
    }

    void fill_across(const VectorPath& path, std::span<const ColorStop> stops) override {
        if (stops.empty()) return;
        const double left = stops.front().x, way = std::max(stops.back().x - left, 1e-9);
        cairo_pattern_t* colors = cairo_pattern_create_linear(left, 0, left + way, 0);
        for (const ColorStop& stop : stops) {
            const auto [r, g, b, a] = parts_of(stop.color);
            cairo_pattern_add_color_stop_rgba(colors, (stop.x - left) / way, r, g, b, a);
        }
        trace(path);
        cairo_set_source(cairo_, colors);
        cairo_fill(cairo_);
        cairo_pattern_destroy(colors);
    }

    void stroke(const VectorPath& path, double width, const Color& color) override {
        trace(path);
        set_color(color);
        cairo_set_line_width(cairo_, width);
        cairo_stroke(cairo_);
    }

    void write(const FigureText& text) override {
        cairo_set_font_size(cairo_, text.size);
        const std::vector<Run> runs = runs_of(text.words);
        double width = 0;
        for (const Run& run : runs) width += run.width;
        double x = text.at.x - text.anchor_x * width;
        const double y = baseline(text);
        if (text.halo.a > 0) {
            double at = x;
            for (const Run& run : runs) {
                select(run.family);
                cairo_move_to(cairo_, at, y);
                cairo_text_path(cairo_, run.words.c_str());
                at += run.width;
            }
            set_color(text.halo);
            cairo_set_line_width(cairo_, 2 * text.reach);
            cairo_stroke(cairo_);
        }
        set_color(text.color);
        for (const Run& run : runs) {
            select(run.family);
            cairo_move_to(cairo_, x, y);
            cairo_show_text(cairo_, run.words.c_str());
            x += run.width;
        }
        cairo_new_path(cairo_);
    }

    void begin_group(std::string_view /*name*/, FigurePoint low, FigurePoint high) override {
        cairo_save(cairo_);
        cairo_rectangle(cairo_, low.x, low.y, high.x - low.x, high.y - low.y);
        cairo_clip(cairo_);
    }
    void end_group() override { cairo_restore(cairo_); }

    std::expected<std::vector<std::byte>, std::string> finish() override {
        cairo_show_page(cairo_);
        cairo_surface_finish(surface_);
        for (const cairo_status_t status : {cairo_status(cairo_), cairo_surface_status(surface_)})
            if (status != CAIRO_STATUS_SUCCESS)
                return std::unexpected(fmt::format("the PDF could not be made: {}", cairo_status_to_string(status)));
        return std::move(file_);
    }

  private:
    /// Letters of one font.
    struct Run {
        std::size_t family = 0;
        std::string words;
        double width = 0;
    };

    static std::array<double, 4> parts_of(const Color& color) {
        const auto part = [](float share) { return static_cast<double>(share); };
        return {part(color.r), part(color.g), part(color.b), part(color.a)};
    }

    void set_color(const Color& color) {
        const auto [r, g, b, a] = parts_of(color);
        cairo_set_source_rgba(cairo_, r, g, b, a);
    }

    void trace(const VectorPath& path) {
        cairo_new_path(cairo_);
        for (const VectorPath::Piece& piece : path.pieces()) {
            const auto& [a, b, c] = piece.points;
            switch (piece.verb) {
                case VectorPath::Verb::move:
                    cairo_move_to(cairo_, a.x, a.y);
                    break;
                case VectorPath::Verb::line:
                    cairo_line_to(cairo_, a.x, a.y);
                    break;
                case VectorPath::Verb::curve:
                    cairo_curve_to(cairo_, a.x, a.y, b.x, b.y, c.x, c.y);
                    break;
                case VectorPath::Verb::close:
                    cairo_close_path(cairo_);
                    break;
            }
        }
    }

    void select(std::size_t family) {
        cairo_select_font_face(cairo_, families.at(family), CAIRO_FONT_SLANT_NORMAL, CAIRO_FONT_WEIGHT_NORMAL);
    }

    /// Whether the font has the letter: cairo gives glyph 0 for those that it lacks.
    bool has(std::size_t family, const std::string& letter) {
        select(family);
        cairo_glyph_t* glyphs = nullptr;
        int count = 0;
        const cairo_status_t status = cairo_scaled_font_text_to_glyphs(cairo_get_scaled_font(cairo_), 0, 0,
                                                                       letter.data(), static_cast<int>(letter.size()),
                                                                       &glyphs, &count, nullptr, nullptr, nullptr);
        const bool found = status == CAIRO_STATUS_SUCCESS && count > 0 && glyphs[0].index != 0;
        cairo_glyph_free(glyphs);
        return found;
    }

    std::vector<Run> runs_of(const std::string& words) {
        std::vector<Run> runs;
        for (std::size_t from = 0; from < words.size();) {
            std::size_t to = from + 1;
            while (to < words.size() && (static_cast<unsigned char>(words[to]) & 0xC0) == 0x80) ++to;
            const std::string letter = words.substr(from, to - from);
            std::size_t family = 0;
            while (family + 1 < families.size() && !has(family, letter)) ++family;
            if (!has(family, letter)) family = 0;
            if (runs.empty() || runs.back().family != family)
                runs.push_back({.family = family, .words = {}, .width = 0});
            runs.back().words += letter;
            from = to;
        }
        for (Run& run : runs) {
            select(run.family);
            cairo_text_extents_t extents;
            cairo_text_extents(cairo_, run.words.c_str(), &extents);
            run.width = extents.x_advance;
        }
        return runs;
    }

    std::vector<std::byte> file_;
    cairo_surface_t* surface_;
    cairo_t* cairo_;
};

}  // namespace

std::unique_ptr<VectorCanvas> make_pdf(double width, double height, std::string_view title) {
    return std::make_unique<PdfCanvas>(width, height, title);
}

}  // namespace thalweg
