using System.Text;
using Confluence.Sandbox.Http;
using Confluence.Sandbox.Refusals;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.WebUtilities;
using Microsoft.Net.Http.Headers;

namespace Confluence.Sandbox.V1;

/// <summary>A file that a caller uploads.</summary>
internal sealed record UploadedFile(string Name, string MediaType, byte[] Bytes);

/// <summary>Reads <c>multipart/form-data</c>: one or more parts <c>file</c>, and the parts <c>comment</c> and <c>minorEdit</c>.</summary>
internal sealed record MultipartUpload(IReadOnlyList<UploadedFile> Files, string Comment, bool MinorEdit)
{
    /// <summary>The largest sum of files in one request, in bytes: 100 MB.</summary>
    public const int MaximumBytes = 100 * 1024 * 1024;

    public static async Task<MultipartUpload> ReadAsync(Exchange exchange)
    {
        if (!MediaTypeHeaderValue.TryParse(exchange.Request.ContentType, out MediaTypeHeaderValue? type)
            || !type.MediaType.Equals("multipart/form-data", StringComparison.OrdinalIgnoreCase)
            || HeaderUtilities.RemoveQuotes(type.Boundary).Value is not { Length: > 0 } boundary)
        {
            throw V1Error.UnsupportedMediaType("Send multipart/form-data with a boundary");
        }

        // The server stops at 30 MB; files may be larger, and are counted here.
        if (exchange.Request.HttpContext.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } limit)
        {
            limit.MaxRequestBodySize = null;
        }

        MultipartReader reader = new(boundary, exchange.Request.Body);
        List<UploadedFile> files = [];
        string comment = "";
        bool minorEdit = false;
        long total = 0;
        try
        {
            while (await reader.ReadNextSectionAsync(exchange.Aborted).ConfigureAwait(false) is MultipartSection section)
            {
                if (!ContentDispositionHeaderValue.TryParse(section.ContentDisposition, out ContentDispositionHeaderValue? disposition))
                {
                    throw V1Error.BadRequest("A part of the form has no Content-Disposition");
                }

                byte[] bytes = await BytesAsync(section.Body, MaximumBytes - total, exchange.Aborted).ConfigureAwait(false);
                total += bytes.Length;
                switch (HeaderUtilities.RemoveQuotes(disposition.Name).Value)
                {
                    case "file":
                        files.Add(new UploadedFile(Name(disposition), section.ContentType ?? "application/octet-stream", bytes));
                        break;
                    case "comment":
                        comment = Text(section, bytes);
                        break;
                    case "minorEdit":
                        minorEdit = bool.TryParse(Text(section, bytes), out bool flag) ? flag : throw V1Error.BadRequest("'minorEdit' must be true or false");
                        break;
                }
            }
        }
        catch (Exception error) when (error is InvalidDataException or IOException && !exchange.Aborted.IsCancellationRequested)
        {
            throw V1Error.BadRequest("The form cannot be read: " + error.Message);
        }

        return files.Count > 0 ? new MultipartUpload(files, comment, minorEdit) : throw V1Error.BadRequest("The form has no part named 'file'");
    }

    private static string Name(ContentDispositionHeaderValue disposition)
    {
        string? name = disposition.FileNameStar.HasValue ? disposition.FileNameStar.Value : HeaderUtilities.RemoveQuotes(disposition.FileName).Value;
        return name switch
        {
            null or "" => throw V1Error.BadRequest("The part 'file' has no file name"),
            _ when name.Contains('/', StringComparison.Ordinal) => throw V1Error.BadRequest($"The file name '{name}' holds a '/'"),
            _ => name,
        };
    }

    // What says no charset is read as ISO-8859-1, as a real site reads it: who forgets the charset sees it here.
    private static string Text(MultipartSection section, byte[] bytes)
    {
        Encoding? declared = MediaTypeHeaderValue.TryParse(section.ContentType, out MediaTypeHeaderValue? type) ? type.Encoding : null;
        return (declared ?? Encoding.Latin1).GetString(bytes);
    }

    private static async Task<byte[]> BytesAsync(Stream body, long room, CancellationToken cancellationToken)
    {
        using MemoryStream buffer = new();
        byte[] chunk = new byte[16 * 1024];
        int read;
        while ((read = await body.ReadAsync(chunk, cancellationToken).ConfigureAwait(false)) > 0)
        {
            buffer.Write(chunk, 0, read);
            if (buffer.Length > room)
            {
                throw V1Error.TooLarge(MaximumBytes);
            }
        }

        return buffer.ToArray();
    }
}
