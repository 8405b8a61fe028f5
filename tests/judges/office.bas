' Opens a file, accepts or rejects all changes, and writes the text of the paragraphs, one a line.

Sub Main(origin As String, target As String, command As String)
  On Error GoTo Failed
  Dim props(0) As New com.sun.star.beans.PropertyValue
  props(0).Name = "Hidden"
  props(0).Value = True
  Dim nothingMore()
  doc = StarDesktop.loadComponentFromURL(origin, "_blank", 0, props())
  dispatcher = createUnoService("com.sun.star.frame.DispatchHelper")
  dispatcher.executeDispatch(doc.CurrentController.Frame, command, "", 0, nothingMore())
  sink = createUnoService("com.sun.star.io.TextOutputStream")
  files = createUnoService("com.sun.star.ucb.SimpleFileAccess")
  sink.setOutputStream(files.openFileWrite(target))
  sink.setEncoding("UTF-8")
  WriteBlocks(doc.Text, sink)
  sink.closeOutput()
  doc.close(True)
Failed:
  StarDesktop.terminate()
End Sub

Sub WriteBlocks(story, sink)
  items = story.createEnumeration()
  While items.hasMoreElements()
    block = items.nextElement()
    If block.supportsService("com.sun.star.text.Paragraph") Then
      sink.writeString(Said(block) & Chr(10))
    ElseIf block.supportsService("com.sun.star.text.TextTable") Then
      names = block.getCellNames()
      For i = LBound(names) To UBound(names)
        WriteBlocks(block.getCellByName(names(i)), sink)
      Next
    End If
  Wend
End Sub

Function Said(paragraph) As String
  Dim found As String
  portions = paragraph.createEnumeration()
  While portions.hasMoreElements()
    portion = portions.nextElement()
    Select Case portion.TextPortionType
      Case "Footnote"
        found = found & "{fn: " & portion.Footnote.String & "}"
      Case "ContentControl"
        found = found & Said(portion.ContentControl)
      Case Else
        found = found & Join(Split(portion.String, Chr(10)), " ")
    End Select
  Wend
  Said = found
End Function
