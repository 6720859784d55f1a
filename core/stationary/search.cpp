#include "core/stationary/search.h"

#include <tbb/blocked_range.h>
#include <tbb/enumerable_thread_specific.h>
#include <tbb/parallel_for.h>

#include <algorithm>
#include <array>
#include <memory>
#include <optional>
#include <utility>

namespace thalweg {
namespace {

using Verdict = Examination::Verdict;

/// Pieces that go on to the next generation; `hard` ones know why.
struct Generation {
    std::vector<Rectangle> easy;
    std::vector<OpenPiece> hard;
};

class Search {
  public:
    Search(const ModelMaker& make_model, const Scales& scales, std::size_t budget, std::stop_token stop,
           const std::function<void(double)>& progress)
        : scales_(scales),
          budget_(budget),
          left_(budget),
          stop_(std::move(stop)),
          progress_(progress),
          models_(make_model) {}

    SearchResult run(std::vector<Rectangle> pieces) {
        while (!pieces.empty()) {
            Generation next;
            for (std::size_t first = 0; first < pieces.size(); first += batch) {
                const auto some = std::span(pieces).subspan(first, std::min(batch, pieces.size() - first));
                if (stop_.stop_requested() || left_ == 0) {
                    give_up(some);
                } else {
                    look_at(some, next);
                }
            }
            result_.cancelled = stop_.stop_requested();
            settle_continua(next);
            pieces = std::move(next.easy);
            for (const OpenPiece& piece : next.hard) pieces.push_back(piece.rectangle);
        }
        remove_duplicates();
        return std::move(result_);
    }

  private:
    static constexpr std::size_t batch = 4096;

    void give_up(std::span<const Rectangle> pieces) {
        for (const Rectangle& piece : pieces) result_.open.push_back({piece, Obstacle::budget});
    }

    void look_at(std::span<const Rectangle> pieces, Generation& next) {
        const std::size_t count = std::min(pieces.size(), left_);
        give_up(pieces.subspan(count));
        left_ -= count;
        examinations_.resize(count);
        const auto examine_some = [&](std::size_t first, std::size_t last) {
            IntervalModel& model = *models_.local();
            for (std::size_t i = first; i < last; ++i) examinations_[i] = examine(model, pieces[i], scales_);
        };
        // Waking other threads costs as much as looking at dozens of pieces: short searches are over before it pays.
        constexpr std::size_t worth_sharing = 64, warm_up = 512;
        if (count < worth_sharing || budget_ - left_ < warm_up) {
            examine_some(0, count);
        } else {
            tbb::parallel_for(
                tbb::blocked_range<std::size_t>(0, count, 16),
                [&](const tbb::blocked_range<std::size_t>& range) { examine_some(range.begin(), range.end()); });
        }
        for (std::size_t i = 0; i < count; ++i) gather(pieces[i], examinations_[i], next);
        if (progress_) progress_(1.0 - static_cast<double>(left_) / static_cast<double>(budget_));
    }

    void gather(const Rectangle& piece, const Examination& examination, Generation& next) {
        if (examination.rim) result_.rims.push_back(piece);
        switch (examination.verdict) {
            case Verdict::discarded:
                break;
            case Verdict::resolved:
                if (examination.root->enclosure.touches(scales_.domain)) result_.roots.push_back(*examination.root);
                break;
            case Verdict::undecided:
                result_.open.push_back({piece, examination.obstacle});
                break;
            case Verdict::divided:
                for (int i = 0; i < examination.parts_count; ++i) {
                    const Rectangle& part = examination.parts[static_cast<std::size_t>(i)];
                    if (examination.hard) {
                        next.hard.push_back({part, examination.obstacle});
                    } else {
                        next.easy.push_back(part);
                    }
                }
                break;
        }
    }

    /// Where many hard pieces hang together, they will not get fewer: the roots, kinks or gaps form a curve, or ∇f
    /// drowns in rounding. Dividing further would eat the budget and decide nothing.
    void settle_continua(Generation& next) {
        constexpr std::size_t few = 48;
        // Kinks and gaps are followed further than degenerate roots, since proper roots may lie close to them.
        const auto goes_on = [&](const OpenPiece& piece) {
            const double share = piece.obstacle == Obstacle::degenerate ? 1.0 : 0.25;
            return piece.rectangle.width() > share * scales_.small_x ||
                   piece.rectangle.height() > share * scales_.small_y;
        };
        const auto small = std::ranges::partition(next.hard, goes_on);
        if (small.size() <= few) return;
        const std::vector<OpenPiece> candidates(small.begin(), small.end());
        next.hard.erase(small.begin(), small.end());
        for (const std::vector<std::size_t>& group : components(candidates, scales_.smallest_x, scales_.smallest_y)) {
            std::vector<OpenPiece>& to = group.size() > few ? result_.open : next.hard;
            for (const std::size_t i : group) to.push_back(candidates[i]);
        }
    }

    /// Whether two enclosures hold the same root; nothing when that cannot be told.
    std::optional<bool> same_root(const CertifiedRoot& a, const CertifiedRoot& b) {
        if (!a.enclosure.touches(b.enclosure)) return false;
        if (a.uniqueness.contains(b.enclosure) || b.uniqueness.contains(a.enclosure)) return true;
        const Rectangle both = hull(a.enclosure, b.enclosure);
        const DerivativeEnclosure over = models_.local()->derivatives(both);
        const std::optional<Matrix2> inverse = midpoint_inverse(over.hessian);
        const bool only = inverse && over.gradient.is_smooth() && at_most_one_root(both, over.hessian, *inverse);
        return only ? std::optional(true) : std::nullopt;
    }

    /// A root on a seam was found from both sides.
    void remove_duplicates() {
        std::vector<CertifiedRoot>& roots = result_.roots;
        double widest = 0.0;
        for (const CertifiedRoot& root : roots) widest = std::max(widest, root.enclosure.width());
        std::ranges::sort(roots, {}, [](const CertifiedRoot& root) {
            const Rectangle& r = root.enclosure;
            return std::array{r.x.lower, r.y.lower, r.x.upper, r.y.upper};
        });
        std::vector<CertifiedRoot> unique;
        for (const CertifiedRoot& root : roots) {
            auto other = std::ranges::lower_bound(unique, root.enclosure.x.lower - 2.0 * widest, {},
                                                  [](const CertifiedRoot& r) { return r.enclosure.x.lower; });
            bool is_new = true;
            for (; other != unique.end() && is_new; ++other) {
                const std::optional<bool> same = same_root(root, *other);
                if (!same) result_.open.push_back({hull(root.enclosure, other->enclosure), Obstacle::wide});
                is_new = same != true;
            }
            if (is_new) unique.push_back(root);
        }
        roots = std::move(unique);
    }

    Scales scales_;
    std::size_t budget_, left_;
    std::stop_token stop_;
    const std::function<void(double)>& progress_;
    tbb::enumerable_thread_specific<std::unique_ptr<IntervalModel>> models_;
    std::vector<Examination> examinations_;
    SearchResult result_;
};

}  // namespace

SearchResult search(const ModelMaker& make_model, const Scales& scales, std::vector<Rectangle> first, int budget,
                    std::stop_token stop, const std::function<void(double)>& progress) {
    return Search(make_model, scales, static_cast<std::size_t>(std::max(budget, 1)), std::move(stop), progress)
        .run(std::move(first));
}

}  // namespace thalweg
