#include "core/curve/sample_curve.h"

#include <array>
#include <cmath>
#include <memory>
#include <numeric>
#include <optional>
#include <utility>

#include "core/stationary/formula_model.h"

namespace thalweg {
namespace {

/// Halvings of a column until a break is where it is: 2⁻²⁴ of a column.
constexpr int finest = 24;
/// Proofs that one column may take: two breaks' worth.
constexpr int proofs_per_column = 4 * finest;

struct Point {
    double x = 0.0, y = 0.0;
    bool is_finite() const { return std::isfinite(y); }
};

class Sampler {
  public:
    explicit Sampler(const Landscape& curve) : evaluator_(curve.evaluator()) {
        if (const auto* formula = dynamic_cast<const FormulaLandscape*>(&curve)) model_.emplace(*formula);
    }

    std::vector<CurvePiece> run(double x0, double x1, int columns) {
        for (int i = 0; i <= columns; ++i) points_.push_back(at(std::lerp(x0, x1, static_cast<double>(i) / columns)));
        begin(points_.front());
        walk(0, points_.size() - 1);
        finish();
        return std::move(pieces_);
    }

  private:
    Point at(double x) { return {x, evaluator_->value(std::array{x, 0.0})}; }

    bool is_continuous(double from, double to) {
        if (!model_) return true;
        const Interval value = model_->value({{from, to}, 0.0});
        return !value.is_empty() && value.is_defined() && value.is_continuous();
    }

    void begin(const Point& point) {
        finish();
        if (point.is_finite()) append(point);
    }
    void append(const Point& point) {
        piece_.x.push_back(point.x);
        piece_.y.push_back(point.y);
    }
    void finish() {
        if (piece_.x.size() > 1) pieces_.push_back(std::move(piece_));
        piece_ = {};
    }

    /// Adds what follows points_[first] up to points_[last]. Smooth stretches are proved in one go.
    void walk(std::size_t first, std::size_t last) {
        if (is_continuous(points_[first].x, points_[last].x)) {
            for (std::size_t i = first; i < last; ++i) {
                // A continuous function may still overflow.
                if (points_[i].is_finite() && points_[i + 1].is_finite())
                    append(points_[i + 1]);
                else
                    step_over_edge(points_[i], points_[i + 1]);
            }
            return;
        }
        if (last - first > 1) {
            const std::size_t middle = first + (last - first) / 2;
            walk(first, middle);
            walk(middle, last);
            return;
        }
        proofs_ = 0;
        refine(points_[first], points_[last], finest);
    }

    /// Adds what follows `from` up to `to`, without a proof so far that they hang together.
    void refine(const Point& from, const Point& to, int halvings) {
        if (!from.is_finite() || !to.is_finite()) return step_over_edge(from, to);
        if (++proofs_ > proofs_per_column || is_continuous(from.x, to.x)) return append(to);
        const Point middle = at(std::midpoint(from.x, to.x));
        if (halvings == 0 || middle.x <= from.x || middle.x >= to.x) return begin(to);
        refine(from, middle, halvings - 1);
        refine(middle, to, halvings - 1);
    }

    /// One of both is not defined, or neither. Most of the way of a logarithm or a root is close to its edge: the
    /// points met on the way there are added too.
    void step_over_edge(const Point& from, const Point& to) {
        if (from.is_finite() == to.is_finite()) return;
        const bool leaving = from.is_finite();
        Point inside = leaving ? from : to, outside = leaving ? to : from;
        std::vector<Point> way;
        for (int halvings = 0; halvings < 2 * finest; ++halvings) {
            const Point middle = at(std::midpoint(inside.x, outside.x));
            if (middle.x == inside.x || middle.x == outside.x) break;
            (middle.is_finite() ? inside : outside) = middle;
            if (middle.is_finite()) way.push_back(middle);
        }
        if (leaving) {
            for (const Point& point : way) append(point);
            return finish();
        }
        finish();
        for (auto point = way.rbegin(); point != way.rend(); ++point) append(*point);
        append(to);
    }

    std::unique_ptr<Evaluator> evaluator_;
    std::optional<FormulaModel> model_;
    std::vector<Point> points_;
    std::vector<CurvePiece> pieces_;
    CurvePiece piece_;
    int proofs_ = 0;
};

}  // namespace

std::vector<CurvePiece> sample_curve(const Landscape& curve, double x0, double x1, int columns) {
    return Sampler(curve).run(x0, x1, columns);
}

}  // namespace thalweg
