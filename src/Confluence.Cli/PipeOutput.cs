using System.Text;
using Microsoft.Win32.SafeHandles;

namespace Confluence.Cli;

/// <summary>
/// Standard output, when it is a pipe. The console's own stream ignores that a pipe has lost its reader, and the tool would go on
/// reading a whole site for nobody.
/// </summary>
internal sealed class PipeOutput : StreamWriter
{
    private const int StandardOutput = 1;

    private PipeOutput(Stream stream)
        : base(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false))
    {
        NewLine = "\n";
        AutoFlush = true;
    }

    /// <summary>Opens standard output if it is a pipe.</summary>
    /// <returns>A writer; null if it is something else, or the system numbers its streams in another way.</returns>
    public static PipeOutput? TryOpen()
    {
        if (!Console.IsOutputRedirected || OperatingSystem.IsWindows())
        {
            return null;
        }

        SafeFileHandle handle = new(StandardOutput, ownsHandle: false);
        FileStream stream = new(handle, FileAccess.Write, bufferSize: 0);

        // Not for files: this stream would keep a position of its own and write over what others append to the same file.
        return stream.CanSeek ? null : new PipeOutput(stream);
    }

    /// <inheritdoc/>
    public override void Write(string? value)
    {
        try
        {
            base.Write(value);
        }
        catch (IOException exception)
        {
            throw new OutputClosedException(exception);
        }
    }
}
