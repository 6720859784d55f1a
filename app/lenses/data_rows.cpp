#include "app/lenses/data_rows.h"

#include <imgui_stdlib.h>

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "app/document/describe.h"
#include "app/document/loss_models.h"
#include "app/panels/key_focus.h"
#include "app/panels/setting_rows.h"
#include "app/panels/widgets.h"
#include "app/scene/data_sets.h"
#include "app/scene/open_data.h"
#include "core/samples/generators.h"

namespace thalweg {
namespace {

/// The same generator with other settings: the surface moves where it is.
void redraw(LandscapeChoice& landscape, std::string set) {
    landscape.data.samples.set = std::move(set);
    landscape.id.clear();
}

/// A menu of all sets and generators.
void draw_set_menu(Panel& panel) {
    const SampleSource chosen = panel.session.landscape.data.samples;
    const bool open =
        text_button(panel, (shortened(panel.fonts.caption, data_words(chosen), panel.px(230)) + "###set").c_str());
    tooltip(panel, "Other samples; a file of your own is dropped on the window");
    if (!popup_below(panel, "sets", open)) return;
    heading(panel, "Drawn with a seed");
    for (const std::string_view name : generator_names())
        if (menu_row(panel, std::string(name).c_str(), {}, chosen.set.starts_with(name)))
            panel.requests.message = open_data(panel.session, {.set = std::string(name)});
    heading(panel, "Measured");
    for (const std::string& name : data_set_names())
        if (menu_row(panel, spoken(name).c_str(), {}, chosen.set == name))
            panel.requests.message = open_data(panel.session, {.set = name});
    ImGui::EndPopup();
}

/// A menu of the models and losses that samples can be put under.
void draw_model_menu(Panel& panel, const LoadedSamples& samples) {
    const LossModel* const chosen = model_of(panel.session.landscape.formula);
    const std::string name = chosen == nullptr ? "A loss of your own" : std::string(chosen->name);
    const bool open = text_button(panel, (name + "###model").c_str());
    tooltip(panel, "The loss of one sample; write another into the formula field, as J(w, b) = …");
    if (!popup_below(panel, "models", open)) return;
    const auto rows = [&](DataTask task) {
        for (const LossModel& model : loss_models()) {
            if (model.task != task || !menu_row(panel, std::string(model.name).c_str(), {}, &model == chosen)) continue;
            panel.requests.message = open_model(panel.session, samples, model);
        }
    };
    heading(panel, "A number");
    rows(DataTask::regression);
    heading(panel, "Two classes");
    rows(DataTask::classes);
    ImGui::EndPopup();
}

/// The sliders of a generator, whose text they rewrite.
void draw_generator(Panel& panel, const SliderLook& look) {
    LandscapeChoice& landscape = panel.session.landscape;
    const SampleSource& chosen = landscape.data.samples;
    if (!chosen.file.empty() || !chosen.points.empty()) return;
    auto generator = parse_generator(chosen.set);
    if (!generator) return;
    SettingRows rows(panel, {}, look);
    std::visit([&](auto& settings) { settings.describe(rows); }, *generator);
    // A number typed beyond its limits is not taken.
    if (std::string set = to_text(*generator); set != chosen.set && parse_generator(set))
        redraw(landscape, std::move(set));
}

}  // namespace

void draw_data_choice(Panel& panel, const LoadedSamples& samples) {
    LandscapeChoice& landscape = panel.session.landscape;
    DataChoice& data = landscape.data;
    const SliderLook look{.label_width = 84, .spoken = true};
    draw_set_menu(panel);
    draw_generator(panel, look);
    heading(panel, "Steps");
    SettingRows rows(panel, {}, look);
    data.batches.describe(rows);
    heading(panel, "Held out");
    data.held_out.describe(rows);
    heading(panel, "Model and loss");
    draw_model_menu(panel, samples);
    ImGui::AlignTextToFramePadding();
    text(panel, "Prediction", Tone::quiet, panel.fonts.caption);
    ImGui::SameLine(ImGui::GetCursorPosX() + panel.px(84));
    ImGui::SetNextItemWidth(-1);
    ImGui::InputText("##prediction", &data.prediction);
    typed_in_by_key(panel);
    panel.note_gesture();
    tooltip(panel, "What the model says of a sample, in the names of its loss; of classes, above 0 where it says 1");
    static constexpr std::array<std::string_view, 2> tasks = {"a number", "two classes"};
    int task = static_cast<int>(data.task);
    if (segmented(panel, "task", tasks, task)) data.task = static_cast<DataTask>(task);
}

void draw_data_display(Panel& panel) {
    SettingRows rows(panel);
    describe(panel.session.display.data, rows);
}

}  // namespace thalweg
