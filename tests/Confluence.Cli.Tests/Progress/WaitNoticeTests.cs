using System.Globalization;
using Confluence.Cli.Progress;
using Confluence.Cli.Surroundings;
using Confluence.Generated;

namespace Confluence.Cli.Tests.Progress;

public sealed class WaitNoticeTests
{
    private static readonly ConfluenceOperation s_operation = new("getPages", "v2", "GET", "/wiki/api/v2/pages");

    [Fact]
    public void On_a_terminal_a_wait_stands_before_the_progress_until_it_has_passed()
    {
        Clock clock = new();
        StringWriter error = new();
        CliEnvironment environment = Environment(error, clock, terminal: true);
        ProgressLine progress = new(environment);
        WaitNotice notice = new(environment, progress, tellsAll: false);

        progress.Report(() => "Read: 1");
        notice.Tell(Asked(seconds: 75));
        Assert.EndsWith("\rThe site asked to wait (429): 75 s, until 10:31:05; Read: 1", error.ToString(), StringComparison.Ordinal);

        clock.Advance(30);
        progress.Report(() => "Read: 2");
        Assert.EndsWith("\rThe site asked to wait (429): 75 s, until 10:31:05; Read: 2", error.ToString(), StringComparison.Ordinal);

        clock.Advance(46);
        progress.Report(() => "Read: 3");
        Assert.EndsWith("\rRead: 3", error.ToString().TrimEnd(' '), StringComparison.Ordinal);
        Assert.DoesNotContain("\n", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void Elsewhere_a_wait_is_a_line_and_at_most_one_a_minute()
    {
        Clock clock = new();
        StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = Environment(error, clock, terminal: false);
        WaitNotice notice = new(environment, new ProgressLine(environment), tellsAll: false);

        notice.Tell(Asked(seconds: 2));
        Assert.Empty(error.ToString());

        notice.Tell(Asked(seconds: 8));
        clock.Advance(8);
        notice.Tell(Asked(seconds: 8));
        Assert.Equal("confluence: The site asked to wait (429): 8 s, until 10:29:58.\n", error.ToString());

        clock.Advance(60);
        notice.Tell(new ConfluenceWait(s_operation, TimeSpan.FromSeconds(9), 3, "a timeout", IsAskedByServer: false));
        Assert.EndsWith("\nconfluence: Waiting before the next attempt (a timeout): 9 s, until 10:31:07.\n", error.ToString(), StringComparison.Ordinal);

        // A wait of another order of length is news, however soon it comes.
        clock.Advance(1);
        notice.Tell(Asked(seconds: 3600));
        Assert.EndsWith("\nconfluence: The site asked to wait (429): 1 h, until 11:30:59.\n", error.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void On_request_each_wait_is_a_line()
    {
        StringWriter error = new() { NewLine = "\n" };
        CliEnvironment environment = Environment(error, new Clock(), terminal: false);
        WaitNotice notice = new(environment, new ProgressLine(environment), tellsAll: true);

        notice.Tell(Asked(seconds: 0.5));
        notice.Tell(Asked(seconds: 0.5));

        Assert.Equal(string.Concat(Enumerable.Repeat("The site asked to wait (429): 1 s, until 10:29:50 (getPages, after attempt 1)\n", 2)), error.ToString());
    }

    private static ConfluenceWait Asked(double seconds) => new(s_operation, TimeSpan.FromSeconds(seconds), 1, "status 429", IsAskedByServer: true);

    private static CliEnvironment Environment(TextWriter error, TimeProvider clock, bool terminal) => new()
    {
        Output = TextWriter.Null, Error = error, ErrorIsTerminal = terminal, Variable = static _ => null, Clock = clock,
    };

    private sealed class Clock : TimeProvider
    {
        private DateTimeOffset _now = DateTimeOffset.Parse("2026-11-27T10:29:50Z", CultureInfo.InvariantCulture);

        public override TimeZoneInfo LocalTimeZone => TimeZoneInfo.Utc;

        public override long TimestampFrequency => TimeSpan.TicksPerSecond;

        public void Advance(int seconds) => _now += TimeSpan.FromSeconds(seconds);

        public override DateTimeOffset GetUtcNow() => _now;

        public override long GetTimestamp() => _now.Ticks;
    }
}
