#include "app/lenses/sample_plot.h"

#include <algorithm>
#include <array>
#include <cmath>

#include "app/panels/class_look.h"
#include "app/panels/imgui_versions.h"
#include "app/panels/plot.h"
#include "app/panels/stroke.h"
#include "app/panels/widgets.h"
#include "core/sampling/level_lines.h"

namespace thalweg {
namespace {

constexpr int curve_points = 121, boundary_nodes = 49;
/// From so many on samples are small squares.
constexpr std::size_t many = 600;
/// The pointer takes hold of what is so near, in design pixels.
constexpr float reach = 9;

double sigmoid(double z) {
    return 1 / (1 + std::exp(-z));
}

const ShownModel* selected_model(const SampleScene& scene) {
    const auto found = std::ranges::find(scene.models, true, &ShownModel::selected);
    return found == scene.models.end() ? nullptr : &*found;
}

}  // namespace

void SamplePlot::fit(const SampleScene& scene) {
    const DataSet& samples = scene.data.samples;
    const bool classes = scene.data.task == DataTask::classes;
    const std::size_t features = samples.columns.size() - 1;
    kind_ = features == 1 ? Kind::feature_and_target : classes ? Kind::two_features : Kind::true_and_predicted;
    predicted_.clear();
    if (const ShownModel* const model = selected_model(scene); model != nullptr && scene.prediction != nullptr) {
        scene.prediction->place(model->at);
        for (std::size_t i = 0; i < samples.size(); ++i) predicted_.push_back(scene.prediction->of(samples, i));
    }
    // Axes that moved under the hand would carry the point away from it.
    if (held_) return;
    const auto& target = samples.columns.back().numbers;
    static constexpr std::array both_classes = {0.0, 1.0};
    along_ = axis_around(kind_ == Kind::true_and_predicted ? target : samples.columns[0].numbers);
    up_ = kind_ == Kind::two_features         ? axis_around(samples.columns[1].numbers)
          : kind_ == Kind::true_and_predicted ? along_
          : classes                           ? axis_around(both_classes)
                                              : axis_around(target);
}

ImVec2 SamplePlot::place(double along, double up) const {
    // Far away is far enough: pixels are floats.
    const auto share = [](const ChartAxis& axis, double value) {
        return std::isfinite(value) ? static_cast<float>(std::clamp(axis.share(value), -20.0, 21.0)) : -20.0F;
    };
    return {area_.x + area_.width * share(along_, along), area_.y + area_.height * (1 - share(up_, up))};
}

ImVec2 SamplePlot::place_of(const SampleScene& scene, std::size_t sample) const {
    const auto& columns = scene.data.samples.columns;
    const double target = columns.back().numbers[sample];
    switch (kind_) {
        case Kind::feature_and_target:
            return place(columns[0].numbers[sample], target);
        case Kind::two_features:
            return place(columns[0].numbers[sample], columns[1].numbers[sample]);
        case Kind::true_and_predicted:
            break;
    }
    return place(target, predicted_.empty() ? target : predicted_[sample]);
}

void SamplePlot::draw_models(const Panel& panel, const SampleScene& scene) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    if (kind_ == Kind::true_and_predicted) {
        list.AddLine(place(along_.low, along_.low), place(along_.high, along_.high),
                     pack(panel.colors.quiet_text.with_alpha(0.6F)), panel.px(1.5F));
        return;
    }
    if (scene.prediction == nullptr) return;
    ModelPrediction& prediction = *scene.prediction;
    const DataSet& samples = scene.data.samples;
    std::vector<double> features(samples.columns.size() - 1);
    // Features without an axis stand at their means.
    for (std::size_t i = 0; i < features.size(); ++i) {
        for (const double number : samples.columns[i].numbers) features[i] += number;
        features[i] /= static_cast<double>(samples.size());
    }
    std::vector<ImVec2> line;
    for (const ShownModel& model : scene.models) {
        prediction.place(model.at);
        const ImU32 ink = pack(optimizer_color(model.color).with_alpha(model.selected ? 1.0F : 0.7F));
        const float weight = panel.px(model.selected ? 3 : 2);
        const auto stroke_piece = [&] {
            stroke(list, line, ink, weight);
            line.clear();
        };
        if (kind_ == Kind::feature_and_target) {
            for (int i = 0; i < curve_points; ++i) {
                features[0] = std::lerp(along_.low, along_.high, static_cast<double>(i) / (curve_points - 1));
                const double said = prediction.of(features);
                line.push_back(place(features[0], scene.data.task == DataTask::classes ? sigmoid(said) : said));
            }
            stroke_piece();
            continue;
        }
        const auto said = [&](double x, double y) {
            features[0] = x;
            features[1] = y;
            return prediction.of(features);
        };
        const Box box{along_.low, along_.high, up_.low, up_.high};
        std::vector<double> nodes;
        for (int row = 0; row < boundary_nodes; ++row) {
            for (int column = 0; column < boundary_nodes; ++column) {
                nodes.push_back(said(std::lerp(box.x0, box.x1, static_cast<double>(column) / (boundary_nodes - 1)),
                                     std::lerp(box.y0, box.y1, static_cast<double>(row) / (boundary_nodes - 1))));
            }
        }
        for (const LevelLine& boundary : level_lines(box, boundary_nodes, boundary_nodes, nodes, 0.0, said, 8)) {
            for (const auto& [x, y] : boundary) line.push_back(place(x, y));
            stroke_piece();
        }
    }
}

/// Squares on the residuals, whose mean the squared losses are.
void SamplePlot::draw_residuals(const SampleScene& scene) const {
    const ShownModel* const model = selected_model(scene);
    if (model == nullptr || predicted_.empty() || kind_ != Kind::feature_and_target || !scene.residuals ||
        scene.data.task == DataTask::classes || predicted_.size() > many)
        return;
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const Color color = optimizer_color(model->color);
    for (const std::uint32_t sample : scene.data.parts.training) {
        const ImVec2 at = place_of(scene, sample);
        const float foot = place(along_.low, predicted_[sample]).y, side = std::abs(at.y - foot);
        // Away from the line, where it does not hide it.
        const float over = at.x + side > area_.x + area_.width ? -side : side;
        const ImVec2 low{std::min(at.x, at.x + over), std::min(at.y, foot)};
        const ImVec2 high{std::max(at.x, at.x + over), std::max(at.y, foot)};
        list.AddRectFilled(low, high, pack(color.with_alpha(0.10F)));
        list.AddRect(low, high, pack(color.with_alpha(0.35F)));
    }
}

void SamplePlot::draw_samples(const Panel& panel, const SampleScene& scene) const {
    ImDrawList& list = *ImGui::GetWindowDrawList();
    const DataSet& samples = scene.data.samples;
    const bool classes = scene.data.task == DataTask::classes, small = samples.size() > many;
    const float radius = panel.px(small ? 1.5F : 4.5F);
    const auto color_of_sample = [&](std::size_t sample) {
        return classes ? class_colors[samples.columns.back().numbers[sample] > 0.5 ? 1 : 0] : panel.colors.text;
    };
    const auto in_batch = [&](std::uint32_t sample) { return std::ranges::binary_search(scene.batch, sample); };
    const auto draw_one = [&](std::uint32_t sample, bool held_out) {
        const bool lit = scene.batch.empty() || in_batch(sample);
        const Color color = color_of_sample(sample).with_alpha(lit ? 1.0F : 0.45F);
        const ImVec2 at = place_of(scene, sample);
        if (small) {
            list.AddRectFilled({at.x - radius, at.y - radius}, {at.x + radius, at.y + radius}, pack(color));
        } else if (held_out) {
            list.AddCircle(at, radius, pack(color_of_sample(sample)), 0, panel.px(1.5F));
        } else {
            const bool second = classes && samples.columns.back().numbers[sample] > 0.5;
            draw_marker(list, class_markers[second ? 1 : 0], at, radius, pack(color), pack(panel.colors.panel),
                        panel.px(1));
            if (!scene.batch.empty() && lit)
                list.AddCircle(at, radius + panel.px(3), pack(panel.colors.accent), 0, panel.px(2));
        }
        if (sample == hovered_ || sample == held_)
            list.AddCircle(at, radius + panel.px(4), pack(panel.colors.accent.with_alpha(0.6F)), 0, panel.px(2));
    };
    for (const std::uint32_t sample : scene.data.parts.training) draw_one(sample, false);
    for (const std::uint32_t sample : scene.data.parts.validation) draw_one(sample, true);
}

std::optional<std::uint32_t> SamplePlot::nearest(const Panel& panel, const SampleScene& scene) const {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    std::optional<std::uint32_t> found;
    float least = panel.px(reach);
    for (std::uint32_t sample = 0; sample < scene.data.samples.size(); ++sample) {
        const ImVec2 at = place_of(scene, sample);
        const float distance = std::hypot(at.x - pointer.x, at.y - pointer.y);
        if (distance > least) continue;
        least = distance;
        found = sample;
    }
    return found;
}

void SamplePlot::put(std::vector<double>& sample, DataTask task) const {
    const ImVec2 pointer = ImGui::GetIO().MousePos;
    // As many digits as a hand can place.
    const auto written = [](const ChartAxis& axis, double number) {
        const double unit = std::pow(10.0, std::floor(std::log10(axis.high - axis.low)) - 3);
        return std::round(number / unit) * unit;
    };
    sample.front() = written(along_, along_.value((pointer.x - area_.x) / area_.width));
    const double up = up_.value(1 - (pointer.y - area_.y) / area_.height);
    if (kind_ == Kind::two_features) {
        sample[1] = written(up_, up);
    } else {
        // A class is one of two, wherever the hand is.
        sample.back() = task == DataTask::regression ? written(up_, up) : up > 0.5 ? 1.0 : 0.0;
    }
}

void SamplePlot::edit(Panel& panel, const SampleScene& scene) {
    const bool over = ImGui::IsItemHovered();
    hovered_ = over && !held_ ? nearest(panel, scene) : std::nullopt;
    if (!ImGui::IsMouseDown(ImGuiMouseButton_Left)) held_.reset();
    SampleSource& chosen = panel.session.landscape.data.samples;
    const DataSet& samples = scene.data.samples;
    const auto by_hand = [&] { return chosen.points.empty() ? as_points(samples) : chosen; };
    const auto keep = [&](SampleSource changed) {
        chosen = std::move(changed);
        panel.session.landscape.id.clear();
    };
    if (over && ImGui::IsMouseClicked(ImGuiMouseButton_Left)) {
        held_ = hovered_;
        if (!held_ && samples.size() < most_samples) {
            SampleSource changed = by_hand();
            SampleRow& added = changed.points.emplace_back();
            for (const DataColumn& column : samples.columns) added.numbers.push_back(column.numbers.front());
            if (kind_ == Kind::two_features) added.numbers.back() = new_class_;
            put(added.numbers, scene.data.task);
            held_ = static_cast<std::uint32_t>(changed.points.size() - 1);
            keep(std::move(changed));
        }
    } else if (held_ && (ImGui::GetIO().MouseDelta.x != 0 || ImGui::GetIO().MouseDelta.y != 0)) {
        SampleSource changed = by_hand();
        if (*held_ < changed.points.size()) put(changed.points[*held_].numbers, scene.data.task);
        keep(std::move(changed));
    }
    const bool removes = ImGui::IsMouseClicked(ImGuiMouseButton_Right) || is_pressed(ImGuiKey_Delete, false);
    if (hovered_ && removes && samples.size() > 1) {
        SampleSource changed = by_hand();
        changed.points.erase(changed.points.begin() + static_cast<std::ptrdiff_t>(*hovered_));
        hovered_.reset();
        keep(std::move(changed));
    }
    if (held_) panel.requests.gesture = true;
    if (hovered_ || held_) ImGui::SetMouseCursor(ImGuiMouseCursor_Hand);
}

void SamplePlot::draw(Panel& panel, const SampleScene& scene, float height) {
    fit(scene);
    ImFont* const font = panel.fonts.caption;
    const ImVec2 corner = ImGui::GetCursorScreenPos();
    const float width = ImGui::GetContentRegionAvail().x, line = font->FontSize + panel.px(5);
    area_ = {corner.x + panel.px(40), corner.y + line, std::max(width - panel.px(46), 1.0F),
             std::max(height - 3 * line, 1.0F)};
    const auto& columns = scene.data.samples.columns;
    const std::string title_along = kind_ == Kind::true_and_predicted ? "true y" : words(columns[0]);
    const std::string title_up = kind_ == Kind::true_and_predicted ? "predicted y"
                                 : kind_ == Kind::two_features     ? words(columns[1])
                                                                   : words(columns.back());
    ImDrawList& list = *ImGui::GetWindowDrawList();
    write(list, font, corner, pack(panel.colors.quiet_text), title_up);
    draw_chart_frame(panel, area_, along_, up_, false);
    write(list, font,
          {area_.x + area_.width - text_width(font, title_along), area_.y + area_.height + line - panel.px(2)},
          pack(panel.colors.quiet_text), title_along);

    ImGui::SetCursorScreenPos({area_.x, area_.y});
    ImGui::InvisibleButton("samples", {area_.width, area_.height});
    if (kind_ != Kind::true_and_predicted) edit(panel, scene);
    list.PushClipRect({area_.x, area_.y}, {area_.x + area_.width, area_.y + area_.height}, true);
    draw_residuals(scene);
    draw_models(panel, scene);
    draw_samples(panel, scene);
    list.PopClipRect();
    ImGui::SetCursorScreenPos(corner);
    ImGui::Dummy({width, height});
    if (kind_ != Kind::two_features) return;
    static constexpr std::array<std::string_view, 2> names = {"0", "1"};
    ImGui::AlignTextToFramePadding();
    text(panel, "A click adds class", Tone::quiet, font);
    ImGui::SameLine();
    segmented(panel, "class", names, new_class_);
}

}  // namespace thalweg
