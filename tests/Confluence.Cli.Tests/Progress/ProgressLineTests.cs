using Confluence.Cli.Progress;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Tests.Progress;

public sealed class ProgressLineTests
{
    [Fact]
    public void Without_a_terminal_nothing_is_written()
    {
        StringWriter error = new();
        ProgressLine progress = new(Environment(error, terminal: false));

        progress.Report(() => "Reading");
        progress.Clear();

        Assert.Empty(error.ToString());
    }

    [Fact]
    public void A_shorter_text_covers_the_longer_one_before_it()
    {
        StringWriter error = new();
        ProgressLine progress = new(Environment(error, terminal: true));

        progress.Report(() => "Reading users");
        progress.Report(() => "too early to be shown");
        progress.BeginPart();
        progress.Report(() => "Pages");
        progress.Clear();

        Assert.Equal("\rReading users\rPages        \r       \r", error.ToString());
    }

    // A clock that stands still: the second report is always too early.
    private static CliEnvironment Environment(TextWriter error, bool terminal) => new()
    {
        Output = TextWriter.Null,
        Error = error,
        ErrorIsTerminal = terminal,
        Variable = _ => null,
        Clock = new StoppedClock(),
    };

    private sealed class StoppedClock : TimeProvider
    {
        public override long GetTimestamp() => 0;
    }
}
