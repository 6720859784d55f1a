#include "app/export/pytorch_script.h"

#include <gtest/gtest.h>

#include <algorithm>
#include <cmath>
#include <sstream>

#include "app/document/space.h"
#include "core/descent/run.h"
#include "core/formula/formula.h"
#include "core/landscape/formula_landscape.h"
#include "tests/app/export/python.h"

namespace thalweg {
namespace {

struct PrintedRun {
    std::vector<std::vector<double>> rows;  ///< coordinates, f
    std::string end;                        ///< "converged after 87 steps"
};

std::vector<PrintedRun> printed_runs(const std::string& output) {
    std::vector<PrintedRun> runs;
    std::istringstream lines(output);
    for (std::string line; std::getline(lines, line);) {
        if (line.starts_with("# run")) {
            runs.emplace_back();
        } else if (line.starts_with("# ")) {
            runs.back().end = line.substr(2);
        } else if (!line.empty() && line[0] >= '0' && line[0] <= '9') {
            std::vector<double> row;
            char* at = nullptr;
            std::strtol(line.c_str(), &at, 10);
            while (*at == ',') row.push_back(std::strtod(at + 1, &at));
            runs.back().rows.push_back(std::move(row));
        }
    }
    return runs;
}

/// Settings that switch every term of every method on, schedules, clipping and noise.
constexpr std::string_view optimizers[] = {
    "sgd lr=0.01",
    "sgd lr=0.01 momentum=0.9 dampening=0.3 weight_decay=0.1",
    "sgd lr=0.005 momentum=0.9 nesterov=true",
    "sgd lr=0.001 maximize=true",
    "sgd lr=10",
    "adagrad lr=0.5 lr_decay=0.1 weight_decay=0.2 initial_accumulator_value=0.1",
    "rmsprop lr=0.01",
    "rmsprop lr=0.01 momentum=0.9 weight_decay=0.1",
    "rmsprop lr=0.01 centered=true",
    "adadelta lr=2 weight_decay=0.01",
    "adam lr=0.1",
    "adam lr=0.1 amsgrad=true weight_decay=0.1 beta1=0.8 beta2=0.99",
    "adamw lr=0.1 amsgrad=true",
    "adamw lr=0.05 maximize=true",
    "adamax lr=0.1 weight_decay=0.01",
    "nadam lr=0.05",
    "nadam lr=0.05 decoupled_weight_decay=true weight_decay=0.1 momentum_decay=0.01",
    "nadam lr=0.05 maximize=true",
    "radam lr=0.1",
    "radam lr=0.1 decoupled_weight_decay=true weight_decay=0.1 beta2=0.9",
    "radam lr=0.1 weight_decay=0.1 maximize=true",
    "rprop lr=0.1 etaplus=1.3 etaminus=0.4",
    "rprop lr=0.1 step_max=0.2 | schedule step step_size=10",
    "lion lr=0.02 weight_decay=0.1",
    "backtracking lr=1",
    "backtracking lr=0.5 rho=0.7 c=0.01",
    "conjugate_gradient",
    "conjugate_gradient lr=0.1 c2=0.4",
    "lbfgs max_iter=1 line_search_fn=strong_wolfe",
    "lbfgs lr=0.1 max_iter=3 history_size=5",
    "newton",
    "newton lr=0.5 damping=0.5",
    "saddle_free_newton lr=0.5",
    "sgd lr=0.01 | schedule step step_size=10 gamma=0.5 | schedule exponential gamma=0.9 after=40",
    "sgd lr=0.01 | schedule exponential gamma=1e30",
    "sgd lr=0.01 | schedule cosine_annealing T_max=30 eta_min=0.001",
    "adam lr=0.1 | schedule cosine_annealing_warm_restarts T_0=7 T_mult=2",
    "sgd lr=0.01 momentum=0.9 | schedule one_cycle max_lr=0.02 total_steps=60",
    "adam lr=0.01 | schedule one_cycle max_lr=0.1 total_steps=60 three_phase=true anneal_strategy=linear after=3",
    "rmsprop lr=0.01 | schedule cyclic max_lr=0.02 step_size_up=5 mode=triangular2 after=4",
    "lion lr=0.01 | schedule cyclic max_lr=0.02 step_size_up=4 step_size_down=7 mode=exp_range gamma=0.99",
    "sgd lr=0.01 | schedule linear total_iters=20",
    "sgd lr=0.05 momentum=0.5 | clip value clip_value=0.5",
    "sgd lr=0.05 | clip norm max_norm=2",
    "adam lr=0.1 | clip norm max_norm=2 | noise gaussian sigma=3",
    "sgd lr=0.01 | noise gaussian sigma=0.5 seed=7",
};

/// How the runs of one landscape are compared.
class Comparison {
  public:
    explicit Comparison(const Session& session)
        : session_(session),
          formula_(Formula::parse(session.landscape.formula).value()),
          space_(space_variables(session.landscape)),
          landscape_(formula_, parameter_values(session.landscape, formula_.parameters()),
                     std::max(2, static_cast<int>(space_.size()))) {}

    void compare(const std::vector<PrintedRun>& printed) {
        std::size_t next = 0;
        for (const Start& start : session_.starts) {
            for (const OptimizerEntry& entry : session_.optimizers) {
                ASSERT_LT(next, printed.size());
                compare(printed[next++], start, entry.optimizer);
            }
        }
        EXPECT_EQ(next, printed.size());
    }

    int compared = 0, rows = 0, ends = 0;

  private:
    std::vector<double> point_of(const Start& start) const { return space_point(session_.landscape, space_, start); }

    Trajectory run_from(const std::vector<double>& point, const Optimizer& optimizer) const {
        return run(landscape_, point, optimizer, {.steps = session_.steps});
    }

    /// How many of our rows mean something to the last digits: those that small nudges of the start do not move a
    /// hundredfold, and of a line search those before f changes by so little that its last bits decide.
    int steady_rows(const Trajectory& ours, const std::vector<double>& start, const Optimizer& optimizer) const {
        int steady = ours.rows();
        const std::string_view method = name(optimizer);
        const bool searches = method == "backtracking" || method == "conjugate_gradient" || method == "lbfgs";
        for (std::size_t k = 1; searches && k < ours.losses.size(); ++k) {
            const double before = ours.losses[k - 1], after = ours.losses[k];
            if (std::abs(after - before) <= 1e-11 * std::max(1.0, std::abs(before))) {
                steady = static_cast<int>(k);
                break;
            }
        }
        for (int nudge = 1; nudge <= 20; ++nudge) {
            const double share = 1e-15 * nudge;
            std::vector<double> beside_start = start;
            for (std::size_t i = 0; i < start.size(); ++i) beside_start[i] *= i % 2 == 0 ? 1 + share : 1 - share;
            const Trajectory other = run_from(beside_start, optimizer);
            if (other.reason != ours.reason || other.rows() != ours.rows()) steady = std::min(steady, other.rows() - 1);
            for (int k = 0; k < std::min(steady, other.rows()); ++k) {
                const auto at = ours.position(k), beside = other.position(k);
                for (std::size_t i = 0; i < at.size(); ++i)
                    if (std::abs(beside[i] - at[i]) > 100 * share * scale(at)) steady = std::min(steady, k);
            }
        }
        return steady;
    }

    static double scale(std::span<const double> at) {
        double largest = 1.0;
        for (const double coordinate : at) largest = std::max(largest, std::abs(coordinate));
        return largest;
    }

    void compare(const PrintedRun& printed, const Start& start, const Optimizer& optimizer) {
        SCOPED_TRACE(session_.landscape.formula + ": " + to_text(optimizer));
        const std::vector<double> point = point_of(start);
        const Trajectory ours = run_from(point, optimizer);
        const int steady = steady_rows(ours, point, optimizer);
        rows += ours.rows();
        compared += steady;
        ASSERT_GE(static_cast<int>(printed.rows.size()), steady) << printed.end;
        for (int k = 0; k < steady; ++k) {
            const auto at = ours.position(k);
            const auto& row = printed.rows[static_cast<std::size_t>(k)];
            ASSERT_EQ(row.size(), at.size() + 1);
            for (std::size_t i = 0; i < at.size(); ++i) ASSERT_NEAR(row[i], at[i], 1e-12 * scale(at)) << "step " << k;
        }
        if (steady < ours.rows()) return;
        ++ends;
        EXPECT_EQ(printed.end, std::string(name(ours.reason)) + " after " + std::to_string(ours.rows() - 1) +
                                   (ours.rows() == 2 ? " step" : " steps"));
    }

    const Session& session_;
    Formula formula_;
    std::vector<std::string> space_;  ///< its variables, if there are more than two
    FormulaLandscape landscape_;
};

Session session_of(std::string formula, std::vector<Start> starts, int steps) {
    Session session;
    session.landscape.formula = std::move(formula);
    session.starts = std::move(starts);
    session.steps = steps;
    for (const std::string_view text : optimizers) session.optimizers.push_back({parse_optimizer(text).value()});
    return session;
}

class PytorchScript : public testing::TestWithParam<const char*> {
  protected:
    void SetUp() override {
        if (!python_has("torch")) GTEST_SKIP() << "python3-torch is not installed";
    }
};

TEST_P(PytorchScript, PrintsOurTrajectories) {
    Session session = session_of(GetParam(), {{1.3, 0.9}}, 60);
    session.landscape.parameters["a"] = 0.75;
    const auto script = pytorch_script(session);
    ASSERT_TRUE(script) << script.error();
    const std::string output = run_python(*script, "pytorch");
    const auto printed = printed_runs(output);
    ASSERT_EQ(printed.size(), session.optimizers.size())
        << output.substr(output.size() - std::min<std::size_t>(output.size(), 2000));
    Comparison comparison(session);
    comparison.compare(printed);
    EXPECT_GT(comparison.compared, comparison.rows / 2);
}

INSTANTIATE_TEST_SUITE_P(Landscapes, PytorchScript,
                         testing::Values("(x^2+y-11)^2+(x+y^2-7)^2",  // four minima
                                         "(1-x)^2+100(y-x^2)^2",      // a ravine
                                         "x^2 - a y^2",               // a saddle, and out of the number range
                                         "x^4 + y^4 - 3x y",          //
                                         "20+x^2+y^2-10(cos(2pi x)+cos(2pi y))",
                                         "abs(x) + 2 abs(y - x)",  // kinks
                                         "max(x, y)^2 + relu(x - 1) + min(x, -y)",
                                         "x ln(x) + y^2 - sqrt(y + 1)",  // not defined everywhere
                                         "if(x > y, x^2 + sqrt(x), y^2 - x)",
                                         "x^2 sin(x)",  // a curve
                                         "exp(-x^2-y^2) (x > 0) + 1e-3 cosh(x y)",
                                         "cbrt(x)^4 + atan2(y, 2 + x) + hypot(x, y) + softplus(3x) + sigmoid(y)",
                                         "mod(x, 3)^2 + floor(x) + sign(y) y^2 + step(x) + erf(y) + tanh(x)",
                                         "x^2 + 2 y^2 + z^2 + a x y z",  // three variables
                                         "x^4 + y^2 + (z - 2)^2 w^2 + cosh(w)",
                                         "f(lambda, t1) = sin(lambda t1) + exp(sin(lambda t1)) + a^lambda", "5"));

TEST(PytorchScriptText, AFormulaThatCannotBeReadIsAnError) {
    Session session;
    session.landscape.formula = "x^2 +";
    const auto script = pytorch_script(session);
    ASSERT_FALSE(script);
    EXPECT_TRUE(script.error().starts_with("the formula cannot be read: ")) << script.error();
}

TEST(PytorchScriptText, OnlyWhatIsNeededIsWrittenOut) {
    Session session;
    session.starts = {{1, 1}};
    session.optimizers = {{parse_optimizer("adam").value()}, {parse_optimizer("lion").value(), false}};
    const std::string script = pytorch_script(session).value();
    EXPECT_NE(script.find("torch.optim.Adam(p, lr=0.001, betas=(0.9, 0.999), eps=1e-08, weight_decay=0)"),
              std::string::npos);
    EXPECT_EQ(script.find("class"), std::string::npos);
    session.optimizers[1].enabled = true;
    EXPECT_NE(pytorch_script(session)->find("class Lion(Method)"), std::string::npos);
}

}  // namespace
}  // namespace thalweg
