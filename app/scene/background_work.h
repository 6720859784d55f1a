#pragma once

#include <condition_variable>
#include <functional>
#include <mutex>
#include <optional>
#include <stop_token>
#include <thread>
#include <utility>

namespace thalweg {

/// One long calculation at a time, on a thread of its own that is not there before the first. A new one cancels the one
/// before it without waiting for it; each hands over results when it likes, better and better ones. Its owner's thread
/// calls every function.
template <class Result>
class BackgroundWork {
  public:
    /// What a calculation gets: whether to stop, where to put results, and where to say the share done.
    struct Desk {
        std::stop_token stop;
        std::function<void(Result)> hand_over;
        std::function<void(double)> progress;
    };
    using Work = std::function<void(const Desk&)>;

    BackgroundWork() = default;
    ~BackgroundWork() { drop(); }
    BackgroundWork(const BackgroundWork&) = delete;
    BackgroundWork& operator=(const BackgroundWork&) = delete;

    void begin(Work work) {
        const std::scoped_lock lock(mutex_);
        cancel_.request_stop();
        cancel_ = std::stop_source();
        wanted_ = std::move(work);
        result_.reset();
        progress_ = 0.0;
        ++begun_;
        if (!thread_.joinable()) thread_ = std::jthread([this](const std::stop_token& stop) { go(stop); });
        changed_.notify_all();
    }

    /// Cancels what is going on.
    void drop() {
        const std::scoped_lock lock(mutex_);
        cancel_.request_stop();
        wanted_.reset();
        result_.reset();
        ended_ = begun_;
    }

    /// Waits until the calculation has ended.
    void wait() {
        std::unique_lock lock(mutex_);
        changed_.wait(lock, [this] { return ended_ == begun_; });
    }

    /// The latest result that was handed over since the last call.
    std::optional<Result> take() {
        const std::scoped_lock lock(mutex_);
        return std::exchange(result_, std::nullopt);
    }

    bool has_result() const {
        const std::scoped_lock lock(mutex_);
        return result_.has_value();
    }
    bool working() const {
        const std::scoped_lock lock(mutex_);
        return ended_ != begun_;
    }
    double progress() const {
        const std::scoped_lock lock(mutex_);
        return progress_;
    }

  private:
    void go(const std::stop_token& stop) {
        std::unique_lock lock(mutex_);
        while (changed_.wait(lock, stop, [this] { return wanted_.has_value(); })) {
            const Work work = *std::exchange(wanted_, std::nullopt);
            const std::stop_token cancelled = cancel_.get_token();
            const int number = begun_;
            lock.unlock();
            // Nothing of a calculation counts once another has begun.
            const auto if_current = [&](const auto& take) {
                const std::scoped_lock guard(mutex_);
                if (!cancelled.stop_requested()) take();
            };
            work({.stop = cancelled,
                  .hand_over = [&](Result result) { if_current([&] { result_ = std::move(result); }); },
                  .progress = [&](double share) { if_current([&] { progress_ = share; }); }});
            lock.lock();
            if (number == begun_) ended_ = number;
            changed_.notify_all();
        }
    }

    mutable std::mutex mutex_;  ///< guards all below
    std::condition_variable_any changed_;
    std::optional<Work> wanted_;
    std::stop_source cancel_;
    std::optional<Result> result_;
    double progress_ = 0.0;
    int begun_ = 0, ended_ = 0;

    std::jthread thread_;  ///< last, so that it ends before what it uses
};

}  // namespace thalweg
