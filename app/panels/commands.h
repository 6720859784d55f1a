#pragma once

#include <functional>
#include <span>
#include <string>
#include <string_view>
#include <vector>

#include "app/panels/actions.h"

namespace thalweg {

/// A row of the command palette.
struct Command {
    std::string name;
    std::string kind;  ///< said at the right: "Landscape, Ravines"
    std::string key;   ///< of an action that has one
    std::function<void(const ActionTargets&)> perform;
};

/// Everything that can be done by name: actions, landscapes and kept formulas, lenses, optimizers to add, colour maps,
/// files to open again.
std::vector<Command> commands(const Session& session, const OpenList& opening, const Catalogue& catalogue);

/// What was found for the typed words, best first.
struct FoundCommand {
    std::size_t command = 0;          ///< index
    std::vector<std::size_t> places;  ///< bytes of its name that were matched
};
std::vector<FoundCommand> find_commands(std::span<const Command> commands, std::string_view typed);

}  // namespace thalweg
