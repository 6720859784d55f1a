#include "app/lenses/stability_panel.h"
#include "app/lenses/lens_panel.h"

#include <fmt/format.h>

#include <algorithm>
#include <array>
#include <cmath>
#include <limits>
#include <string>
#include <vector>

#include "app/lenses/key.h"
#include "app/lenses/stability_path.h"
#include "app/lenses/stability_words.h"
#include "app/panels/plot.h"
#include "app/panels/widgets.h"
#include "app/scene/number_format.h"

namespace thalweg {
namespace {

constexpr std::array judged = {Stability::settles, Stability::bounces, Stability::diverges};

/// A bar with the three ranges that η·λ may be in, named, and a needle where it is.
void draw_gauge(const Panel& panel, const StabilityRow& row) {
    const RateAgainstCurvature rate = rate_against_curvature(row);
    ImFont* const font = panel.fonts.caption;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float whole = ImGui::GetContentRegionAvail().x, bar = panel.px(20), line = font->FontSize + panel.px(3);
    const double end = 1.5 * rate.diverges;
    const auto at = [&](double value) {
        return corner.x + whole * static_cast<float>(std::clamp(value / end, 0.0, 1.0));
    };
    const std::array<double, 4> edges = {0, std::min(rate.bounces, rate.diverges), rate.diverges, end};
    for (std::size_t i = 0; i < judged.size(); ++i) {
        const float left = at(edges[i]), right = at(edges[i + 1]);
        const bool here = row.verdict == judged[i];
        const Color color = stability_word_color(judged[i], panel.session.display.theme);
        list.AddRectFilled({left, corner.y + line}, {right, corner.y + line + bar},
                           pack(color.with_alpha(here ? 0.55F : 0.22F)));
        const std::string_view words = name(judged[i]);
        if (text_width(font, words) + panel.px(8) < right - left) {
            write(list, font, {(left + right - text_width(font, words)) / 2, corner.y + line + panel.px(3)},
                  pack(here ? panel.colors.text : panel.colors.quiet_text), words);
        }
        if (i == 0) continue;
        const std::string edge = format_number(edges[i], 3);
        write(list, font, {left - text_width(font, edge) / 2, corner.y + line + bar + panel.px(2)},
              pack(panel.colors.quiet_text), edge);
    }
    const float needle = at(rate.product), half = panel.px(1.5F);
    list.AddTriangleFilled({needle - panel.px(5), corner.y + line - panel.px(7)},
                           {needle + panel.px(5), corner.y + line - panel.px(7)}, {needle, corner.y + line},
                           pack(panel.colors.text));
    list.AddRectFilled({needle - half, corner.y + line - panel.px(1)}, {needle + half, corner.y + line + bar},
                       pack(panel.colors.text));
    const std::string words =
        fmt::format("η·{} = {}", feels_sharpness(row) ? "λmax" : "λ′", format_number(rate.product, 3));
    const float width = text_width(font, words);
    const bool right_of_needle = needle + panel.px(10) + width < corner.x + whole;
    write(list, font, {right_of_needle ? needle + panel.px(9) : needle - panel.px(9) - width, corner.y},
          pack(panel.colors.text), words);
    ImGui::Dummy({whole, 2 * line + bar + panel.px(4)});
}

/// Lowest and highest of what a chart shows; only numbers above 0.
struct Extent {
    double low = std::numeric_limits<double>::infinity(), high = 0;
    void add(double value) {
        if (!std::isfinite(value) || value <= 0) return;
        low = std::min(low, value);
        high = std::max(high, value);
    }
};

void draw_sharpness(Panel& panel, std::span<const StabilityRow> rows, int row) {
    std::vector<double> steps, felt, sharp, bounces, diverges;
    Extent extent;
    // More points than pixels say nothing more.
    const std::size_t stride = std::max<std::size_t>(1, rows.size() / 2000);
    bool plain = true;
    for (std::size_t k = 0; k < rows.size(); k += stride) {
        steps.push_back(static_cast<double>(k));
        felt.push_back(rows[k].effective);
        sharp.push_back(rows[k].sharpness);
        bounces.push_back(rows[k].bounces_beyond);
        diverges.push_back(rows[k].diverges_beyond);
        for (const double value : {felt.back(), bounces.back(), diverges.back()}) extent.add(value);
        plain = plain && feels_sharpness(rows[k]);
    }
    if (!plain) std::ranges::for_each(sharp, [&](double value) { extent.add(value); });
    if (extent.high <= 0) return;
    const ChartAxis along{.low = 0, .high = std::max(1.0, static_cast<double>(rows.size()) - 1)};
    const ChartAxis up = fit_axis(extent.low, extent.high, extent.low, true);
    const Theme theme = panel.session.display.theme;
    Plot plot(panel, "sharpness", panel.px(170), along, up, "step",
              plain ? "sharpness λmax" : "sharpness λmax (thin), felt as λ′");
    const auto& here = rows[static_cast<std::size_t>(row)];
    if (!plain) plot.curve(steps, sharp, panel.colors.quiet_text, 1);
    plot.curve(steps, felt, panel.colors.text.with_alpha(0.8F), 1.6F);
    plot.curve(steps, bounces, stability_word_color(Stability::bounces, theme), 2);
    plot.curve(steps, diverges, stability_word_color(Stability::diverges, theme), 2);
    plot.vertical(row, panel.colors.accent);
    plot.mark(row, here.effective, Marker::disc, stability_word_color(here.verdict, theme), 5);
    if (const auto held = plot.held()) {
        panel.session.playback.step = std::round(*held);
        panel.state.playing = false;
    }
}

/// What the two lines of the chart are, with their numbers at this row.
void draw_keys(const Panel& panel, const StabilityRow& row) {
    const RateAgainstCurvature rate = rate_against_curvature(row);
    const auto key = [&](Stability verdict, double edge, double multiple) {
        draw_key(panel, stability_word_color(verdict, panel.session.display.theme),
                 fmt::format("{} beyond {}/η = {}", name(verdict), format_number(multiple, 3), format_number(edge, 3)));
    };
    key(Stability::diverges, row.diverges_beyond, rate.diverges);
    key(Stability::bounces, row.bounces_beyond, rate.bounces);
}

/// Where on the way it first bounces, or diverges.
void draw_warnings(const Panel& panel, std::span<const StabilityRow> rows, bool clips) {
    std::string words;
    for (const Stability verdict : {Stability::bounces, Stability::diverges}) {
        const auto first = std::ranges::find(rows, verdict, &StabilityRow::verdict);
        if (first == rows.end()) continue;
        const auto count = std::ranges::count(rows, verdict, &StabilityRow::verdict);
        if (!words.empty()) words += ' ';
        words +=
            fmt::format("{} at {} step{}, first at step {}.", verdict == Stability::bounces ? "Bounces" : "Diverges",
                        count, count == 1 ? "" : "s", first - rows.begin());
    }
    if (words.empty()) words = "Every step of this run settles.";
    if (clips) words += " Clipping keeps swings from growing without end.";
    paragraph(panel, words, Tone::normal, panel.fonts.caption);
}

}  // namespace

void draw_stability(Panel& panel, std::span<const StabilityRow> rows, int row, bool clips) {
    const StabilityRow& here = rows[static_cast<std::size_t>(row)];
    paragraph(panel, stability_sentence(here, row), Tone::normal, panel.fonts.body);
    gap(panel, 2);
    if (here.verdict != Stability::unknown && std::isfinite(here.diverges_beyond) && here.diverges_beyond > 0) {
        draw_gauge(panel, here);
    }
    draw_sharpness(panel, rows, row);
    if (std::isfinite(here.diverges_beyond)) draw_keys(panel, here);
    draw_warnings(panel, rows, clips);
    paragraph(
        panel,
        feels_sharpness(here)
            ? "As on a parabola with this curvature; where the curvature changes on the way, so does the verdict. "
              "On the path: line settles, dashes bounce, dots and crosses diverge."
            : "λ′: the curvature as the method feels it, each slope divided as its own divisor does now. "
              "On the path: line settles, dashes bounce, dots and crosses diverge.",
        Tone::quiet, panel.fonts.caption);
}

}  // namespace thalweg
