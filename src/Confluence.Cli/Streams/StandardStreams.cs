using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Confluence.Cli.Streams;

/// <summary>
/// Standard output and standard error. Unlike the console's own streams they notice that a pipe has lost its reader: the tool would go on reading
/// a whole site for nobody.
/// </summary>
internal static class StandardStreams
{
    private const int OutputNumber = 1;
    private const int ErrorNumber = 2;
    private static readonly UTF8Encoding s_encoding = new(encoderShouldEmitUTF8Identifier: false);

    /// <summary>Opens standard output. Its loss ends the work (<see cref="OutputClosedException"/>).</summary>
    public static TextWriter Output() => !Console.IsOutputRedirected ? Console.Out : Writer(Stream(OutputNumber, Console.OpenStandardOutput), isNeeded: true);

    /// <summary>Opens standard error. What nobody reads there is dropped.</summary>
    public static TextWriter Error() => TextWriter.Synchronized(Writer(Stream(ErrorNumber, Console.OpenStandardError), isNeeded: false));

    private static StreamWriter Writer(Stream stream, bool isNeeded) =>
        new(new ReaderStream(stream, isNeeded), s_encoding) { AutoFlush = true, NewLine = Environment.NewLine };

    private static Stream Stream(int number, Func<Stream> console)
    {
        if (OperatingSystem.IsWindows())
        {
            return console();
        }

        if (IsPipeOfRuntime(number))
        {
            return System.IO.Stream.Null;
        }

        SafeFileHandle handle = new(number, ownsHandle: false);
        FileStream stream = new(handle, FileAccess.Write, bufferSize: 0);

        // Not for files: this stream would keep a position of its own and write over what others append to the same file.
        return stream.CanSeek ? console() : stream;
    }

    /// <summary>
    /// Whether the number was closed when the process began, and the runtime has given it to a pipe of its own, which nobody else must write to.
    /// Both ends are then among the numbers of the standard streams.
    /// </summary>
    private static bool IsPipeOfRuntime(int number)
    {
        string?[] targets = [.. Enumerable.Range(0, ErrorNumber + 1).Select(static each => new FileInfo(FormattableString.Invariant($"/proc/self/fd/{each}")).LinkTarget)];
        return targets[number] is { } target && target.StartsWith("pipe:", StringComparison.Ordinal) && number > 0 && targets[number - 1] == target
            && IsReadOnly(number - 1);
    }

    private static bool IsReadOnly(int number)
    {
        string? flags = File.ReadLines(FormattableString.Invariant($"/proc/self/fdinfo/{number}")).FirstOrDefault(static line => line.StartsWith("flags:", StringComparison.Ordinal));
        return flags is [.., '0'];
    }
}
