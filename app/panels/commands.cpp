#include "app/panels/commands.h"

#include <algorithm>
#include <array>
#include <string>
#include <utility>

#include "app/panels/ensemble_words.h"
#include "app/panels/landscapes.h"
#include "app/panels/optimizer_looks.h"
#include "app/panels/study.h"
#include "app/panels/transport.h"
#include "app/panels/word_match.h"

namespace thalweg {
namespace {

void add_actions(std::vector<Command>& list) {
    for (const Action& action : actions()) {
        if (action.name.empty()) continue;
        list.push_back({.name = std::string(action.name),
                        .kind = {},
                        .key = std::string(key_of(action.name)),
                        .perform = [&action](const ActionTargets& on) { action.perform(on, action.argument); }});
    }
}

void add_landscapes(std::vector<Command>& list, const Catalogue& catalogue) {
    for (const LandscapeGroup& group : catalogue.groups) {
        for (const LandscapeEntry* entry : catalogue.in_group(group.id)) {
            list.push_back({.name = entry->name,
                            .kind = "Landscape, " + group.name,
                            .key = {},
                            .perform = [id = entry->id](const ActionTargets& on) {
                                const LandscapeEntry* chosen = on.catalogue.find(id);
                                if (chosen == nullptr) return;
                                on.state.group = chosen->group;
                                run_landscape(*chosen, on.session, on.state);
                            }});
        }
    }
}

void add_kept(std::vector<Command>& list, const Session& session) {
    for (const KeptFormula& kept : session.kept) {
        list.push_back({.name = kept.name, .kind = "Yours", .key = {}, .perform = [kept](const ActionTargets& on) {
                            on.state.group = own_group;
                            open_kept(kept, on.session, on.state);
                        }});
    }
}

void add_lenses(std::vector<Command>& list) {
    for (const LensRow& row : lens_rows()) {
        list.push_back(
            {.name = std::string(row.name), .kind = "Lens", .key = {}, .perform = [&row](const ActionTargets& on) {
                 toggle_lens(on.session, on.state, row.kind);
             }});
    }
}

/// The lenses of many starts and many rates, for each of the session's optimizers.
void add_ensembles(std::vector<Command>& list, const Session& session) {
    const auto add = [&](std::string name, std::function<void(const ActionTargets&)> perform) {
        list.push_back({.name = std::move(name), .kind = "Lens", .key = {}, .perform = std::move(perform)});
    };
    const auto compare_with = [](int row) {
        return [row](const ActionTargets& on) {
            on.session.ensemble.other = row;
            look_at_optimizer(on.session, on.state, LensKind::basins, on.session.ensemble.optimizer);
        };
    };
    for (int row = 0; row < static_cast<int>(session.optimizers.size()); ++row) {
        const std::string who = optimizer_words(session, row);
        for (const OptimizerLook& look : optimizer_looks)
            add(look.command + who, [row, lens = look.lens](const ActionTargets& on) {
                look_at_optimizer(on.session, on.state, lens, row);
            });
        if (session.optimizers.size() > 1) add("Basins beside those of " + who, compare_with(row));
    }
    if (session.ensemble.other >= 0) add("Basins of one optimizer alone", compare_with(-1));
}

/// What else the open lens of many starts or many rates lets one choose.
void add_choices_of_lens(std::vector<Command>& list, const Session& session) {
    const auto add = [&](const char* name, void (*perform)(const ActionTargets&)) {
        list.push_back({.name = name, .kind = "Lens", .key = {}, .perform = perform});
    };
    const LensKind lens = session.study.lens;
    if (lens == LensKind::cloud) {
        add("Cloud over the whole domain",
            [](const ActionTargets& on) { on.session.ensemble.cloud.scatter = Scatter::uniform; });
        add("Cloud about the first start",
            [](const ActionTargets& on) { on.session.ensemble.cloud.scatter = Scatter::gaussian; });
    }
    if (lens == LensKind::sweep) {
        add("Sweep rates suited to the landscape",
            [](const ActionTargets& on) { on.session.ensemble.sweep.automatic = true; });
        add("Sweep rates of my own", [](const ActionTargets& on) {
            if (on.session.ensemble.sweep.automatic) choose_own_rates(on.session.ensemble.sweep, on.scene);
        });
    }
    if (lens == LensKind::sweep || lens == LensKind::rates)
        add("Take the right rate", [](const ActionTargets& on) { take_right_rate(on.session, on.scene); });
}

void add_optimizers(std::vector<Command>& list) {
    for (const Optimizer& preset : optimizer_presets()) {
        list.push_back({.name = "Add " + title(preset),
                        .kind = to_text(preset),
                        .key = {},
                        .perform = [preset](const ActionTargets& on) {
                            if (on.session.optimizers.size() >= static_cast<std::size_t>(most_optimizers)) return;
                            add_optimizer(on.session, preset);
                            on.state.selected_optimizer = static_cast<int>(on.session.optimizers.size()) - 1;
                        }});
    }
}

void add_color_maps(std::vector<Command>& list) {
    constexpr std::array maps{std::pair{"Viridis", Colormap::viridis}, std::pair{"Cividis", Colormap::cividis},
                              std::pair{"Turbo", Colormap::turbo}, std::pair{"Blue to red", Colormap::blue_to_red}};
    for (const auto& [name, map] : maps) {
        list.push_back({.name = std::string("Colours: ") + name,
                        .kind = "Colour map",
                        .key = {},
                        .perform = [map](const ActionTargets& on) { on.session.display.colormap = map; }});
    }
}

void add_recent(std::vector<Command>& list, const OpenList& opening) {
    for (const RecentFile& recent : opening.recent) {
        list.push_back({.name = "Open " + recent.name,
                        .kind = recent.note,
                        .key = {},
                        .perform = [file = recent.file](const ActionTargets& on) { on.requests.open_here = file; }});
    }
}

}  // namespace

std::vector<Command> commands(const Session& session, const OpenList& opening, const Catalogue& catalogue) {
    std::vector<Command> list;
    add_landscapes(list, catalogue);
    add_kept(list, session);
    add_lenses(list);
    add_optimizers(list);
    add_actions(list);
    add_color_maps(list);
    add_ensembles(list, session);
    add_choices_of_lens(list, session);
    add_recent(list, opening);
    return list;
}

std::vector<FoundCommand> find_commands(std::span<const Command> commands, std::string_view typed) {
    std::vector<std::pair<double, FoundCommand>> found;
    for (std::size_t i = 0; i < commands.size(); ++i) {
        // What a row is may be typed along with its name: "lens", "landscape ravines".
        const std::string whole = commands[i].name + "  " + commands[i].kind;
        auto match = match_words(typed, whole);
        if (!match) continue;
        const std::size_t length = commands[i].name.size();
        std::erase_if(match->places, [&](std::size_t place) { return place >= length; });
        if (const auto by_name = match_words(typed, commands[i].name)) match->score = by_name->score + 1;
        found.emplace_back(match->score, FoundCommand{i, std::move(match->places)});
    }
    std::ranges::stable_sort(found, std::ranges::greater{}, [](const auto& row) { return row.first; });
    std::vector<FoundCommand> result;
    result.reserve(found.size());
    for (auto& row : found) result.push_back(std::move(row.second));
    return result;
}

}  // namespace thalweg
