using System.Globalization;
using Spectre.Console;

namespace Confluence.Cli.Rendering;

/// <summary>Writes the results of a command in the form that was asked for, as they come.</summary>
internal static class Results
{
    /// <summary>Writes all results.</summary>
    /// <typeparam name="T">What one result is.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="environment">Where to write.</param>
    /// <param name="format">The form.</param>
    /// <param name="columns">The columns of a table.</param>
    /// <param name="row">The cells of a result.</param>
    /// <param name="json">The JSON of a result, on one line.</param>
    /// <param name="cancellationToken">Ends the reading early; what was read by then is written.</param>
    public static async Task WriteAsync<T>(
        IAsyncEnumerable<T> results,
        CliEnvironment environment,
        OutputFormat format,
        IReadOnlyList<Column> columns,
        Func<T, IReadOnlyList<string?>> row,
        Func<T, string> json,
        CancellationToken cancellationToken)
    {
        TextWriter output = environment.Output;
        if (format == OutputFormat.Json)
        {
            await foreach (T result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                output.Write(json(result) + "\n");
            }

            return;
        }

        // The titles come with the first row or at the end, not before an error that leaves nothing to show.
        IRowWriter? rows = null;
        try
        {
            await foreach (T result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                rows ??= CreateRowWriter(environment, columns);
                rows.Write(row(result));
            }

            rows ??= CreateRowWriter(environment, columns);
        }
        finally
        {
            rows?.Complete();
        }
    }

    /// <summary>Gives a point in time as tables show it: UTC, to the second.</summary>
    public static string? Time(DateTimeOffset? time) => time?.UtcDateTime.ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture);

    private static IRowWriter CreateRowWriter(CliEnvironment environment, IReadOnlyList<Column> columns) =>
        environment.OutputIsTerminal
            ? new TerminalRowWriter(TerminalConsole.Create(environment.Output, environment.Width), columns)
            : new PlainRowWriter(environment.Output, columns);
}
