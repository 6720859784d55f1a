#pragma once

#include <memory>
#include <optional>
#include <vector>

#include "app/scene/background_work.h"
#include "app/scene/basin_maps.h"
#include "app/scene/ensemble.h"
#include "app/scene/scene.h"

namespace thalweg {

/// Keeps an EnsemblePart up to date, in the background. Without a lens that wants one, it does nothing at all.
class EnsembleMaker {
  public:
    /// seen: what the map shows of the plane.
    void update(const LandscapePart& landscape, const Session& session, const Box& seen);
    /// Waits for the work under way, if any, and takes over what it has made.
    void finish();
    /// Something waits to be taken over, or the share done has grown noticeably.
    bool news() const;
    bool busy() const { return part_.working; }
    const EnsemblePart& part() const { return part_; }

  private:
    /// All that it is made from.
    struct Inputs {
        LensKind lens = LensKind::none;
        std::shared_ptr<const Landscape> landscape = nullptr;  ///< what is descended
        std::optional<std::array<std::size_t, 2>> axes = {};   ///< of more than two variables: those of the plane
        Box domain = {};
        std::array<int, 2> rows = {-1, -1};  ///< in the session's list
        std::vector<Optimizer> optimizers = {};
        int steps = 0;
        std::vector<double> start = {};  ///< all its coordinates; empty: there is none
        CloudChoice cloud = {};
        SweepChoice sweep = {};
        std::optional<Box> window = {};  ///< of basins, see part_in_view()
        bool operator==(const Inputs&) const = default;
    };
    /// What the work hands over: of these what it has made.
    struct Made {
        BasinMaps basins = {};
        std::shared_ptr<const Cloud> cloud = nullptr;
        std::shared_ptr<const RatesSeen> rates = nullptr;
    };
    using Work = BackgroundWork<Made>;

    static Inputs inputs_of(const LandscapePart& landscape, const Session& session, const Box& seen);
    /// Why nothing can be made; empty: it can.
    static std::string complaint_about(const Inputs& inputs, const LandscapePart& landscape);
    static void make_basins(const Inputs& inputs, const BasinMaps& made, const Work::Desk& desk);
    static void make_cloud(const Inputs& inputs, const Work::Desk& desk);
    static void make_rates(const Inputs& inputs, const Work::Desk& desk);
    void take_over();

    Inputs inputs_;
    BasinMaps basins_;  ///< made of inputs_, but for the window
    EnsemblePart part_;
    Work work_;
};

}  // namespace thalweg
