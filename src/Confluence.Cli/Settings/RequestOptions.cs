using System.CommandLine;

namespace Confluence.Cli.Settings;

/// <summary>The options about single requests: how long, how often, how much at a time. Every command has them.</summary>
internal sealed class RequestOptions
{
    private const int LargestPage = 250;
    private const int MostRetries = 100;

    public Option<TimeSpan?> Timeout { get; } = Duration.Option(
        "--timeout",
        "How long one attempt of a request may take: seconds, or a number with m or h behind it; 60 if not given, 20 for doctor.",
        TimeSpan.FromSeconds(1));

    public Option<int?> Retries { get; } = WholeNumber.Option(
        "--retries",
        FormattableString.Invariant($"How often a request is repeated after a failure that may pass, 0 to {MostRetries}; 8 if not given for export, 1 for doctor, 4 for the others."),
        minimum: 0,
        maximum: MostRetries,
        recursive: true);

    public Option<TimeSpan?> MaxWait { get; } = Duration.Option(
        "--max-wait",
        "How long a request may wait when the site says when to come back, as it does when a quota is used up (429); 0 never waits. If not given, users, pages, activity "
        + "and export wait up to 75m, through one window of a quota; spaces and --estimate up to 60 seconds, doctor 5.",
        TimeSpan.Zero);

    public Option<int?> PageSize { get; } = WholeNumber.Option(
        "--page-size",
        FormattableString.Invariant($"How many results a list is asked for at a time, 1 to {LargestPage}: fewer help where a site fails on large answers; what suits each list if not given."),
        minimum: 1,
        maximum: LargestPage,
        recursive: true);

    public Option<bool> Verbose { get; } = new("--verbose")
    {
        Description = "Write a line for each request and each wait to standard error, without queries and secrets; and all details if the tool itself fails.",
        Recursive = true,
    };

    /// <summary>Adds the options to the root command, from where all commands have them.</summary>
    public void AddTo(RootCommand root)
    {
        root.Options.Add(Timeout);
        root.Options.Add(Retries);
        root.Options.Add(MaxWait);
        root.Options.Add(PageSize);
        root.Options.Add(Verbose);
    }

    /// <summary>Reads what the command line says.</summary>
    public RequestSettings Read(ParseResult command) => new(
        command.GetValue(Timeout),
        command.GetValue(Retries),
        command.GetValue(MaxWait),
        command.GetValue(PageSize),
        command.GetValue(Verbose));
}

/// <summary>What the command line says about single requests; null for what it does not say.</summary>
/// <param name="Timeout">The limit for one attempt.</param>
/// <param name="Retries">How often a request is repeated.</param>
/// <param name="MaxWait">How long a request may wait for the time that the site names.</param>
/// <param name="PageSize">How many results a list is asked for at a time.</param>
/// <param name="Verbose">Whether each request is told.</param>
internal sealed record RequestSettings(TimeSpan? Timeout, int? Retries, TimeSpan? MaxWait, int? PageSize, bool Verbose);
