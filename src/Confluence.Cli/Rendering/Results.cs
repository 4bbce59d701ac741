using System.Globalization;
using Confluence.Cli.Lines;
using Confluence.Cli.Progress;
using Confluence.Cli.Session;
using Confluence.Cli.Surroundings;

namespace Confluence.Cli.Rendering;

/// <summary>Writes the results of a command in the form that was asked for, as they come.</summary>
internal static class Results
{
    /// <summary>Writes all results.</summary>
    /// <typeparam name="T">What one result is.</typeparam>
    /// <param name="results">The results.</param>
    /// <param name="session">Where to write, and where progress is shown.</param>
    /// <param name="format">The form.</param>
    /// <param name="form">What is written of a result.</param>
    /// <param name="cancellationToken">Ends the reading early; what was read by then is written.</param>
    public static async Task WriteAsync<T>(
        IAsyncEnumerable<T> results, CommandSession session, OutputFormat format, ResultForm<T> form, CancellationToken cancellationToken)
    {
        CliEnvironment environment = session.Environment;
        ProgressLine progress = session.Progress;
        long count = 0;
        IResultWriter<T> writer = Create(environment, format, form);
        try
        {
            await foreach (T result in results.WithCancellation(cancellationToken).ConfigureAwait(false))
            {
                progress.WriteIfShared(() => writer.Write(result));
                count++;
                if (!environment.OutputIsTerminal)
                {
                    progress.Report(() => string.Create(CultureInfo.InvariantCulture, $"Read: {count:N0}"));
                }
            }

            writer.End();
        }
        finally
        {
            progress.Clear();
            writer.Complete();
        }
    }

    private static IResultWriter<T> Create<T>(CliEnvironment environment, OutputFormat format, ResultForm<T> form) => format switch
    {
        OutputFormat.Json => new LineResults<T>(environment.Output, form),
        OutputFormat.Csv or OutputFormat.RawCsv => new RowResults<T>(
            () => new CsvRowWriter(environment.Output, form.Fields.Select(field => field.Name), isRaw: format == OutputFormat.RawCsv && !environment.OutputIsTerminal),
            result => [.. form.Fields.Select(field => field.Of(result))],
            static _ => true),
        _ => Table(environment, form),
    };

    private static RowResults<T> Table<T>(CliEnvironment environment, ResultForm<T> form)
    {
        Field<T>[] fields = [.. form.Fields.Where(field => field.Title is not null)];
        Column[] columns = [.. fields.Select(field => new Column(field.Title ?? field.Name, field.Width, field.IsKept))];
        return new RowResults<T>(
            () => environment.OutputIsTerminal
                ? new TerminalRowWriter(TerminalConsole.Create(environment.Output, environment.Width), columns)
                : new PlainRowWriter(environment.Output, columns),
            result => [.. fields.Select(field => field.InTable(result))],
            form.IsRow);
    }

    private interface IResultWriter<in T>
    {
        void Write(T result);

        /// <summary>All results have been written.</summary>
        void End();

        /// <summary>Nothing more will be written, whether all results have been or not.</summary>
        void Complete();
    }

    private sealed class LineResults<T>(TextWriter output, ResultForm<T> form) : IResultWriter<T>
    {
        private readonly JsonLine _line = new();

        public void Write(T result)
        {
            form.WriteLine(_line, result);
            output.Write(_line.Text());
        }

        public void End()
        {
        }

        public void Complete() => output.Flush();
    }

    private sealed class RowResults<T>(Func<IRowWriter> create, Func<T, string?[]> cells, Func<T, bool> isRow) : IResultWriter<T>
    {
        // The titles come with the first row or at the end, not before an error that leaves nothing to show.
        private IRowWriter? _rows;

        public void Write(T result)
        {
            if (isRow(result))
            {
                _rows ??= create();
                _rows.Write(cells(result));
            }
        }

        public void End() => _rows ??= create();

        public void Complete() => _rows?.Complete();
    }
}
