#pragma once

#include <optional>
#include <string>

#include "app/scene/data_part.h"
#include "app/scene/loaded_source.h"
#include "app/scene/scene.h"

namespace thalweg {

/// Keeps a LandscapePart up to date: reads a formula only when its text changes, and only binds the parameters anew
/// when a slider moves; reads a file only when another is chosen.
class LandscapeMaker {
  public:
    void update(const LandscapeChoice& choice);
    /// Whoever chooses this next finds it read already.
    void offer(LoadedSource loaded);
    const LandscapePart& part() const { return part_; }

    /// Of a function of more than two variables: shows the plane that lies there (n coordinates).
    void move_plane(const std::vector<double>& at);

  private:
    void take_formula(const LandscapeChoice& choice);
    void take_space(const LandscapeChoice& choice, bool another);
    void take_grid(const GridChoice& choice);
    void take_data(const LandscapeChoice& choice);
    /// Shows the plane of `space` that lies there.
    void show_plane(SpacePart space, const std::vector<double>& at);
    /// What is shown, as LandscapePart has it.
    struct Shown {
        std::shared_ptr<const Landscape> landscape;
        std::shared_ptr<const FormulaLandscape> formula = {};
        std::shared_ptr<const DataPart> data = {};
        std::shared_ptr<const SpacePart> space = {};
        std::vector<std::string> parameters = {}, names;
        std::string value_name = "f";
    };
    void show(Shown shown);

    LandscapePart part_;

    std::optional<std::string> text_;  ///< of the formula as last read, whether or not it could be
    std::optional<Formula> formula_;   ///< the last that could be read
    std::optional<FormulaError> error_;
    std::optional<Formula> plane_formula_;  ///< of more than two variables: along the plane's axes alone

    std::optional<GridChoice> chosen_grid_;  ///< as last read, whether or not it could be
    std::optional<LoadedGrid> grid_;         ///< kept while a formula is shown, for whoever comes back
    std::string grid_complaint_;

    DataMaker data_;
    std::optional<LandscapeChoice> made_data_of_;  ///< formula, data and parameters alone
    std::optional<std::string> loss_text_;         ///< as last read, whether or not it could be
    std::expected<Formula, FormulaError> loss_ = std::unexpected(FormulaError{});
    std::shared_ptr<const DataPart> data_part_;  ///< the last that could be made
    std::string data_complaint_;
};

}  // namespace thalweg
